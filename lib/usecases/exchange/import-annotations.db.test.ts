import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { BICYCLE } from "@/lib/testing/annotation-builders";
import { importDesk, jsonLinesOf as lines } from "@/lib/testing/import-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf } from "@/lib/testing/world";
import { verifyInstallation } from "../installation/verify";

const db = await testDatabase();
const aProject = () => importDesk(db);

describe("imported annotations", () => {
  const spans = [
    {
      id: "s1",
      start: 0,
      end: 10,
      label: "actor",
      quote: "Mayor Ruiz",
      attributes: { actor_type: "person", canonical: null },
    },
    { id: "s2", start: 13, end: 28, label: "claim", quote: "backs a car ban", note: "why" },
    { start: 34, end: 45, label: "actor", quote: "Green Party" },
  ];
  const relations = [{ type: "made_by", from: "s2", to: "s1" }];
  const inUtf16 = spans.map((span) =>
    span.start === 0 ? span : { ...span, start: span.start + 1, end: span.end + 1 },
  );

  it("become a set with a log that leads to it", async () => {
    const { bring, documents, manager } = await aProject();
    expect(await bring(lines({ text: BICYCLE, spans, relations }))).toMatchObject({
      created: 1,
      failed: 0,
      offsetUnit: "codepoint",
    });
    const [document] = await documents();
    const [set] = document?.sets ?? [];
    expect(set).toMatchObject({
      kind: "imported",
      owner: "",
      state: "in_progress",
      seq: 4,
      annotationCount: 3,
      schemaVersion: 1,
    });
    expect(
      set?.annotations.map(({ startAt, endAt, quote, origin, createdBy }) => [
        startAt,
        endAt,
        quote,
        origin,
        createdBy,
      ]),
    ).toEqual([
      [0, 10, "Mayor Ruiz", "imported", manager],
      [13, 28, "backs a car ban", "imported", manager],
      [34, 45, "Green Party", "imported", manager],
    ]);
    expect(await verifyInstallation(contextOf(db, OPERATOR))).toMatchObject({ problems: [] });
  });

  it("are put right when they count UTF-16 units, and the report says so", async () => {
    const { bring, documents } = await aProject();
    expect(await bring(lines({ text: BICYCLE, spans: inUtf16, relations }))).toMatchObject({
      created: 1,
      offsetUnit: "utf16",
    });
    const [document] = await documents();
    expect(document?.sets[0]?.annotations.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
      [0, 10],
      [13, 28],
      [34, 45],
    ]);
  });

  it.each(["before", "behind"])(
    "without quotes are placed by the unit that a line %s proves",
    async (where) => {
      const { bring, documents } = await aProject();
      const bare = {
        external_id: "bare",
        text: BICYCLE,
        spans: inUtf16.map(({ quote: _, ...span }) => span),
      };
      const proof = { external_id: "proof", text: BICYCLE, spans: inUtf16 };
      const report = await bring(where === "before" ? lines(proof, bare) : lines(bare, proof));
      expect(report).toMatchObject({ created: 2, failed: 0, offsetUnit: "utf16" });
      for (const { sets } of await documents()) {
        expect(sets[0]?.annotations.map(({ quote }) => quote)).toEqual(spans.map(({ quote }) => quote));
      }
    },
  );

  it("without quotes are refused by name where the file's other lines count now this, now that", async () => {
    const { bring } = await aProject();
    const bare = { text: BICYCLE, spans: [{ start: 13, end: 28, label: "claim" }] };
    expect(
      await bring(lines({ text: BICYCLE, spans }, bare, { text: BICYCLE, spans: inUtf16 })),
    ).toMatchObject({
      created: 2,
      failed: 1,
      offsetUnit: "mixed",
      errors: [{ line: 2, code: "offset_unit_unknown" }],
    });
  });

  it("without quotes in the whole file count code points, as the format says", async () => {
    const { bring, documents } = await aProject();
    const bare = spans.map(({ quote: _, ...span }) => span);
    expect(await bring(lines({ text: BICYCLE, spans: bare }))).toMatchObject({ created: 1, failed: 0 });
    const [document] = await documents();
    expect(document?.sets[0]?.annotations.map(({ quote }) => quote)).toEqual(spans.map(({ quote }) => quote));
  });

  it("of documents that were here before are not taken, and the report says how many", async () => {
    const { bring } = await aProject();
    const line = { external_id: "a", text: BICYCLE };
    await bring(lines(line));
    for (const onDuplicate of ["skip", "update"] as const) {
      expect(await bring(lines({ ...line, spans }), { onDuplicate })).toMatchObject({
        failed: 0,
        annotationsNotTaken: 3,
      });
    }
  });

  it("without quotes count what the file's other lines count", async () => {
    const { bring, documents } = await aProject();
    const bare = inUtf16.map(({ quote: _, ...span }) => span);
    await bring(lines({ text: BICYCLE, spans: inUtf16 }, { text: BICYCLE, spans: bare }));
    const [, second] = await documents();
    expect(second?.sets[0]?.annotations.map(({ quote }) => quote)).toEqual([
      "Mayor Ruiz",
      "backs a car ban",
      "Green Party",
    ]);
  });

  it.each([
    ["offset_mismatch", { spans: [{ start: 12, end: 27, label: "claim", quote: "backs a car ban" }] }],
    ["offset_mismatch", { spans: [{ start: 40, end: 99, label: "claim", quote: "objects." }] }],
    ["offset_mismatch", { spans: [{ start: 15, end: 30, label: "claim", quote: "backs a car ban" }] }],
    ["out_of_text", { spans: [{ start: 40, end: 99, label: "claim" }] }],
    ["invalid_number", { spans: [{ start: -1, end: 3, label: "claim" }] }],
    ["invalid_number", { spans: [{ start: 0.5, end: 3, label: "claim" }] }],
    ["invalid_annotations", { spans: [{ start: 5, end: 3, label: "claim" }] }],
    ["invalid_annotations", { spans: "none" }],
    ["invalid_annotations", { spans: [{ start: 0, end: 3 }] }],
    ["unknown_label", { spans: [{ start: 0, end: 3, label: "verb" }] }],
    ["unknown_attribute", { spans: [{ start: 0, end: 3, label: "claim", attributes: { colour: "red" } }] }],
    [
      "invalid_value",
      { spans: [{ start: 0, end: 3, label: "actor", attributes: { actor_type: "planet" } }] },
    ],
    ["relation_rule", { spans, relations: [{ type: "made_by", from: 0, to: 1 }] }],
    ["unknown_relation_type", { spans, relations: [{ type: "hates", from: 0, to: 1 }] }],
    ["invalid_annotations", { spans, relations: [{ type: "made_by", from: "s2", to: "s9" }] }],
  ])("that are wrong keep the line out: %s", async (code, marked) => {
    const { bring, documents } = await aProject();
    const report = await bring(lines({ text: "before" }, { text: BICYCLE, ...marked }, { text: "after" }));
    expect(report).toMatchObject({ created: 2, failed: 1, errors: [{ line: 2, code }] });
    expect(report.errors[0]?.message).toMatch(/^“?(spans|relations)/);
    if (code === "unknown_attribute") expect(report.errors[0]?.message).toContain("“colour”");
    if (code === "invalid_value") expect(report.errors[0]?.message).toContain('cannot be "planet"');
    expect((await documents()).flatMap(({ sets }) => sets)).toEqual([]);
  });
});
