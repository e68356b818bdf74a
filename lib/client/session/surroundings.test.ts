import { describe, expect, it } from "vitest";
import { ANA, BEN, idOf } from "@/lib/testing/annotation-builders";
import { ALONE, Surroundings } from "./surroundings";

const SHARED = idOf<"set">(1);
const around = (build: string | null = "one") => new Surroundings({ set: SHARED, userId: ANA, build });
const ben = {
  clientId: "b",
  user: { id: BEN, name: "Ben" },
  place: { set: SHARED, at: 0, selected: null },
};

describe("what goes on around one's work", () => {
  it("is company for as long as the stream lasts", () => {
    const surroundings = around();
    surroundings.connected("live");
    surroundings.present([ben]);
    expect(surroundings.state.company.map(({ user }) => user.name)).toEqual(["Ben"]);
    surroundings.connected("connecting");
    expect(surroundings.state.company).toEqual([]);
  });

  it("is of another version where the server says so, and only there", () => {
    const surroundings = around();
    surroundings.server("one");
    expect(surroundings.state.isOutdated).toBe(false);
    surroundings.server("two");
    expect(surroundings.state.isOutdated).toBe(true);
    const uncounted = around(null);
    uncounted.server("two");
    expect(uncounted.state.isOutdated).toBe(false);
  });

  it("tells of a session that ended until somebody has signed in", () => {
    const surroundings = around();
    const heard: boolean[] = [];
    surroundings.subscribe(() => heard.push(surroundings.state.isSignedOut));
    surroundings.connected("signed-out");
    surroundings.connected("connecting");
    expect(heard).toEqual([true, false]);
    expect(around().state).toBe(ALONE);
  });
});
