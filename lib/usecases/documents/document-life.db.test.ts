import { describe, expect, it } from "vitest";
import { DocumentPatch, NewDocument } from "@/lib/contracts/document";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { createDocument } from "./create-document";
import { readDocument } from "./read-document";
import { readNeighbours } from "./read-neighbours";
import { restoreDocument } from "./restore-document";
import { trashDocument } from "./trash-document";
import { updateDocument } from "./update-document";

const db = await testDatabase();
const world = worldOf(db);

async function aProject() {
  const projectId = await world.project();
  const ctx = contextOf(db, await world.member(projectId, "manager"));
  const add = async (given: object) =>
    (await createDocument(ctx, { projectId, ...NewDocument.parse(given) })).id;
  return { projectId, ctx, add };
}

describe("a change of metadata", () => {
  it("touches what it names, and nothing else", async () => {
    const { projectId, ctx, add } = await aProject();
    const meta = {
      title: "A title",
      source: "AFP",
      url: "https://example.org",
      publishedAt: "2019",
      language: "en",
      extra: { a: 1 },
    };
    const documentId = await add({ text: "The text", externalId: "x", meta });
    const before = await readDocument(ctx, { projectId, documentId });
    const patch = DocumentPatch.parse({ meta: { source: null, language: "es" } });
    await updateDocument(ctx, { projectId, documentId, ...patch });
    const after = await readDocument(ctx, { projectId, documentId });
    expect(after).toEqual({ ...before, meta: { ...meta, source: null, language: "es" } });
  });

  it("gives back the text's own title for null, and replaces further metadata as a whole", async () => {
    const { projectId, ctx, add } = await aProject();
    const documentId = await add({
      text: "First line\nmore",
      meta: { title: "Given", extra: { a: 1, b: 2 } },
    });
    const changed = await updateDocument(ctx, {
      projectId,
      documentId,
      meta: { title: null, extra: { c: 3 } },
    });
    expect(changed).toMatchObject({ title: "First line", meta: { title: "First line", extra: { c: 3 } } });
  });

  it("keeps both of two changes to different fields at once", async () => {
    const { projectId, ctx, add } = await aProject();
    const documentId = await add({ text: "x" });
    await Promise.all([
      updateDocument(ctx, { projectId, documentId, meta: { source: "AFP" } }),
      updateDocument(ctx, { projectId, documentId, meta: { language: "en" } }),
    ]);
    expect((await readDocument(ctx, { projectId, documentId })).meta).toMatchObject({
      source: "AFP",
      language: "en",
    });
  });

  it("cannot reach the text", () => {
    expect(DocumentPatch.safeParse({ text: "other", meta: {} }).success).toBe(false);
    expect(DocumentPatch.safeParse({ meta: { textSha256: "0" } }).success).toBe(false);
  });
});

describe("a document in the trash", () => {
  it("is not found, thrown away or described again until it is restored as it was", async () => {
    const { projectId, ctx, add } = await aProject();
    const documentId = await add({ text: "Text" });
    const before = await readDocument(ctx, { projectId, documentId });
    await trashDocument(ctx, { projectId, documentId });
    expect(await codeOf(readDocument(ctx, { projectId, documentId }))).toBe("not_found");
    expect(await codeOf(trashDocument(ctx, { projectId, documentId }))).toBe("not_found");
    expect(await codeOf(updateDocument(ctx, { projectId, documentId, meta: { title: "x" } }))).toBe(
      "not_found",
    );
    await restoreDocument(ctx, { projectId, documentId });
    expect(await readDocument(ctx, { projectId, documentId })).toEqual(before);
    expect(await codeOf(restoreDocument(ctx, { projectId, documentId }))).toBe("not_found");
  });
});

describe("the neighbours of a document", () => {
  it("are those in the list, without what is in the trash", async () => {
    const { projectId, ctx, add } = await aProject();
    const [a, b, c, d] = [
      await add({ text: "A" }),
      await add({ text: "B" }),
      await add({ text: "C" }),
      await add({ text: "D" }),
    ];
    await trashDocument(ctx, { projectId, documentId: c });
    expect(await readNeighbours(ctx, { projectId, documentId: a })).toEqual({ previous: null, next: b });
    expect(await readNeighbours(ctx, { projectId, documentId: b })).toEqual({ previous: a, next: d });
    expect(await readNeighbours(ctx, { projectId, documentId: d })).toEqual({ previous: b, next: null });
  });
});
