import { expect, it } from "vitest";
import { importInput, jsonLinesOf } from "@/lib/testing/import-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { importDocuments } from "../exchange/import-documents";
import { listDocuments } from "./list-documents";
import { restoreImport } from "./restore-import";
import { trashImport } from "./trash-import";

const db = await testDatabase();
const world = worldOf(db);

async function aDesk() {
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager");
  const at = (time: string) => ({ ...contextOf(db, manager), now: () => new Date(time) });
  const bring = (time: string, ...values: readonly unknown[]) =>
    importDocuments(at(time), { ...importInput(projectId, jsonLinesOf(...values)), onDuplicate: "update" });
  const titles = async (more: { readonly q?: string; readonly trash?: boolean } = {}) =>
    (await listDocuments(at("2026-11-25"), { projectId, limit: 200, trash: false, ...more })).items
      .map(({ title }) => title)
      .sort();
  return { projectId, manager, at, bring, titles };
}

it("moves to the trash what the import made and nothing else, and brings it back to be found", async () => {
  const { projectId, at, bring, titles } = await aDesk();
  await bring("2026-11-25T10:00:00.000Z", { external_id: "a", text: "Alpha" });
  const { createdAt, created, updated } = await bring(
    "2026-11-25T11:00:00.000Z",
    { external_id: "a", text: "Alpha", source: "Daily" },
    ...Array.from({ length: 120 }, (_, index) => ({ external_id: `b${index}`, text: `Beta ${index}` })),
  );
  expect([created, updated]).toEqual([120, 1]);
  const made = { projectId, createdAt: new Date(createdAt ?? "") };

  const { moved, trashedAt } = await trashImport(at("2026-11-25T12:00:00.000Z"), made);
  expect(moved).toBe(120);
  expect(await titles()).toEqual(["Alpha"]);
  expect(await titles({ q: "beta" })).toEqual([]);
  expect(await titles({ trash: true })).toHaveLength(120);
  expect((await trashImport(at("2026-11-25T12:30:00.000Z"), made)).moved).toBe(0);

  const back = { ...made, trashedAt: new Date(trashedAt) };
  expect(await restoreImport(at("2026-11-25T13:00:00.000Z"), back)).toEqual({ moved: 120 });
  expect(await titles({ q: "beta" })).toHaveLength(120);
  expect(await titles({ trash: true })).toEqual([]);
});

it("touches nobody else's import, were it made at the same moment", async () => {
  const { projectId, bring, titles } = await aDesk();
  const { createdAt } = await bring("2026-11-25T10:00:00.000Z", { text: "Theirs" });
  const other = contextOf(db, await world.member(projectId, "manager"));
  expect((await trashImport(other, { projectId, createdAt: new Date(createdAt ?? "") })).moved).toBe(0);
  expect(await titles()).toEqual(["Theirs"]);
});

it("has nothing to undo where an import made nothing", async () => {
  const { bring } = await aDesk();
  await bring("2026-11-25T10:00:00.000Z", { external_id: "a", text: "Alpha" });
  expect(await bring("2026-11-25T11:00:00.000Z", { external_id: "a", text: "Alpha" })).toMatchObject({
    created: 0,
    createdAt: null,
  });
});
