import { describe, expect, it } from "vitest";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import type { OperationRecord } from "@/lib/contracts/operations";
import { ANA, aSet, BEN, idOf, op } from "@/lib/testing/annotation-builders";
import { LogServer } from "@/lib/testing/log-server";
import { toRecord } from "@/lib/testing/session-world";
import type { Reply } from "../api/reply";
import { SetHistory } from "./set-history";

const ruiz = idOf<"annotation">(11);

function history(reply?: Reply<readonly OperationRecord[]>) {
  const server = new LogServer();
  server.apply([op.create(ruiz, "actor", 0, 10), op.setLabel(ruiz, "claim")], ANA);
  server.apply([op.remove(ruiz)], BEN);
  return new SetHistory({
    of: aSet(),
    readLog: () => Promise.resolve(reply ?? { kind: "ok", value: server.log.map(toRecord) }),
  });
}
const shown = ({ state }: SetHistory) =>
  state.kind === "open" ? [state.seq, liveAnnotations(state.set).map(({ label }) => label)] : state.kind;

describe("the history of a set", () => {
  it("begins as the set is now and shows it at any time before", async () => {
    const set = history();
    await set.open();
    expect(shown(set)).toEqual([3, []]);
    set.goTo(2);
    expect(shown(set)).toEqual([2, ["claim"]]);
    set.goTo(1);
    expect(shown(set)).toEqual([1, ["actor"]]);
    set.goTo(-5);
    expect(shown(set)).toEqual([0, []]);
    set.goTo(99);
    expect(shown(set)).toEqual([3, []]);
  });

  it("says so where the server does not answer", async () => {
    const set = history({ kind: "unavailable", retryAfterMs: null });
    await set.open();
    expect(shown(set)).toBe("unavailable");
  });

  it("stays closed when it was closed while it was read", async () => {
    const set = history();
    const opening = set.open();
    expect(shown(set)).toBe("reading");
    set.close();
    await opening;
    expect(shown(set)).toBe("closed");
    set.goTo(1);
    expect(shown(set)).toBe("closed");
  });
});
