import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SetId } from "../ids";
import { formatCursor, parseCursor, type Cursor } from "./cursor";

const EPOCH = "3f0e9a52-6b1c-4a53-9d5e-0c6a3c6f7a10";
const SET = "0199aaaa-0000-7000-8000-000000000001";

const cursors: fc.Arbitrary<Cursor> = fc.record({
  epoch: fc.uuid(),
  seqs: fc
    .uniqueArray(fc.tuple(fc.uuid(), fc.nat()), { selector: ([set]) => set })
    .map((places) => new Map(places.map(([set, seq]) => [set as SetId, seq]))),
});

describe("a cursor", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it("may name no set yet", () => {
    expect(parseCursor(`${EPOCH};`)).toEqual({ epoch: EPOCH, seqs: new Map() });
  });

  it.each([
    "",
    "garbage",
    EPOCH,
    `${EPOCH};${SET}`,
    `${EPOCH};${SET}:`,
    `${EPOCH};${SET}:-1`,
    `${EPOCH};${SET}:01`,
    `${EPOCH};${SET}:1.5`,
    `${EPOCH};${SET}:1e3`,
    `${EPOCH};${SET}:99999999999`,
    `${EPOCH};${SET}:1,`,
    `${EPOCH};${SET}:1,${SET}:2`,
    `${EPOCH};${SET}:1;`,
    `x;${SET}:1`,
    `${EPOCH};${SET}:1\n`,
    `${EPOCH};${`${SET}:1,`.repeat(2000)}`,
  ])("is none: %j", (text) => {
    expect(parseCursor(text)).toBeNull();
  });
});
