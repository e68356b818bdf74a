import { describe, expect, it } from "vitest";
import { Gate } from "./gate";

const aGate = () => new Gate({ inAll: 3, perPerson: 2 });
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe("a gate", () => {
  it("lets each person have so many places, and no more", () => {
    const gate = aGate();
    gate.enter("ana");
    const leave = gate.enter("ana");
    expect(() => gate.enter("ana")).toThrow(refusal("rate_limited"));
    leave();
    expect(() => gate.enter("ana")).not.toThrow();
  });

  it("has so many places in all", () => {
    const gate = aGate();
    gate.enter("ana");
    gate.enter("ana");
    gate.enter("ben");
    expect(() => gate.enter("ben")).toThrow(refusal("overloaded"));
  });

  it("takes a place back once only", () => {
    const gate = aGate();
    const leave = gate.enter("ana");
    gate.enter("ana");
    leave();
    leave();
    gate.enter("ana");
    expect(() => gate.enter("ana")).toThrow(refusal("rate_limited"));
  });
});
