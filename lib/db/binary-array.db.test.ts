import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/test-database";
import { textArray, vectorArray } from "./binary-array";

const db = await testDatabase();

const text = fc.string({ unit: "binary" }).filter((one) => !one.includes("\0"));

describe("an array in binary form", () => {
  it("arrives as the strings that were sent, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (values) => {
        const { rows } = await db.pool.query<{ value: string }>(
          "select value from unnest($1::text[]) with ordinality as sent (value, place) order by place",
          [textArray(values)],
        );
        expect(rows.map(({ value }) => value)).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it("arrives as the words of each text, also through Prisma", async () => {
    const texts = [["moskau", "été", "🚲", "a"], [], ["中国", "b"]];
    const sent = vectorArray(texts);
    const rows = await db.prisma.$queryRaw<{ words: string[] }[]>`
      select tsvector_to_array(words) as words from unnest(${sent}::tsvector[]) with ordinality as sent (words, place)
      order by place`;
    expect(rows.map(({ words }) => new Set(words))).toEqual(texts.map((words) => new Set(words)));
  });
});
