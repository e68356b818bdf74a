import { describe, expect, it } from "vitest";
import { importDesk, importInput, jsonLinesOf as lines } from "@/lib/testing/import-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf } from "@/lib/testing/world";
import { importDocuments } from "./import-documents";

const db = await testDatabase();
const aProject = () => importDesk(db);

describe("a known external id", () => {
  const first = lines(
    { external_id: "a", text: "A text", meta: { title: "Old", source: "Daily", section: "World" } },
    { external_id: "b", text: "B text" },
  );

  it("is passed over by default: the same file twice adds nothing", async () => {
    const { bring, documents } = await aProject();
    await bring(first);
    expect(await bring(first)).toMatchObject({ created: 0, skipped: 2, failed: 0 });
    expect(await documents()).toHaveLength(2);
  });

  it("is an error where errors were asked for", async () => {
    const { bring } = await aProject();
    await bring(first);
    const report = await bring(first + lines({ external_id: "c", text: "C" }), { onDuplicate: "error" });
    expect(report).toMatchObject({ created: 1, failed: 2 });
    expect(report.errors.map(({ line, code }) => [line, code])).toEqual([
      [1, "duplicate_external_id"],
      [2, "duplicate_external_id"],
    ]);
  });

  it("takes new metadata over the old under `update`, but no other text", async () => {
    const { bring, documents } = await aProject();
    await bring(first);
    const second = lines(
      { external_id: "a", text: "A text", meta: { title: "New", page: 3 } },
      { external_id: "b", text: "Another text" },
    );
    const report = await bring(second, { onDuplicate: "update" });
    expect(report).toMatchObject({
      created: 0,
      updated: 1,
      failed: 1,
      errors: [{ line: 2, code: "text_differs" }],
    });
    expect(await documents()).toMatchObject([
      {
        externalId: "a",
        text: "A text",
        title: "New",
        source: "Daily",
        extra: { section: "World", page: 3 },
      },
      { externalId: "b", text: "B text" },
    ]);
  });

  it("changes nothing, and says so, where a line says what the document has already", async () => {
    const { bring, documents, projectId, manager } = await aProject();
    const untitled = lines({
      external_id: "c",
      text: "Its first line\nand more.",
      section: { b: 1, a: [2] },
    });
    await bring(first + untitled);
    const before = await documents();
    const again = lines(
      { external_id: "c", text: "Its first line\nand more.", section: { a: [2], b: 1 }, title: null },
      { external_id: "b", text: "B text", page: 3 },
    );
    const later = { ...contextOf(db, manager), now: () => new Date("2999-01-01") };
    const report = await importDocuments(later, { ...importInput(projectId, again), onDuplicate: "update" });
    expect(report).toMatchObject({
      unchanged: 1,
      updated: 1,
      skipped: 0,
    });
    const after = await documents();
    const timeOf = (all: typeof before, id: string) =>
      all.find(({ externalId }) => externalId === id)?.updatedAt.getTime();
    for (const id of ["a", "c"]) expect(timeOf(after, id)).toBe(timeOf(before, id));
    expect(timeOf(after, "b")).toBe(later.now().getTime());
  });

  it.each([
    ["skip", { created: 1, skipped: 1, updated: 0, failed: 1 }, "One"],
    ["update", { created: 1, skipped: 0, updated: 1, failed: 1 }, "Two"],
    ["error", { created: 1, skipped: 0, updated: 0, failed: 2 }, "One"],
  ] as const)("within one file is treated alike: %s", async (onDuplicate, counts, title) => {
    const { bring, documents } = await aProject();
    const file = lines(
      { external_id: "a", text: "A", title: "One" },
      { external_id: "a", text: "A", title: "Two" },
      { external_id: "a", text: "other", title: "Three" },
    );
    expect(await bring(file, { onDuplicate })).toMatchObject(counts);
    expect(await documents()).toMatchObject([{ text: "A", title }]);
  });

  it("of a document in the trash is an error, lest the article vanish", async () => {
    const { bring, projectId } = await aProject();
    await bring(first);
    await db.prisma.document.updateMany({
      where: { projectId, externalId: "a" },
      data: { deletedAt: new Date() },
    });
    expect(await bring(first)).toMatchObject({
      created: 0,
      skipped: 1,
      failed: 1,
      errors: [{ line: 1, code: "in_trash" }],
    });
  });

  it("is created once by two imports of the same file at once", async () => {
    const { bring, documents } = await aProject();
    const file = lines(
      ...Array.from({ length: 1_500 }, (_, index) => ({
        external_id: `d${index}`,
        text: `Article ${index}`,
      })),
    );
    const reports = await Promise.all([bring(file), bring(file)]);
    expect(reports.map(({ created, skipped }) => [created, skipped]).sort()).toEqual([
      [0, 1_500],
      [1_500, 0],
    ]);
    expect(await documents()).toHaveLength(1_500);
  });
});
