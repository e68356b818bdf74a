import { describe, expect, it } from "vitest";
import type { UserId } from "@/lib/core/ids";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { faultsOf } from "@/lib/testing/faults-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { restoreDocument } from "../documents/restore-document";
import { trashDocument } from "../documents/trash-document";
import { applyOperations } from "./apply-operations";
import { openSet } from "./open-set";
import { readLog } from "./read-log";
import { readSet } from "./read-set";

const db = await testDatabase();
const world = worldOf(db);

describe("a set whose document lies in the trash", () => {
  it("says so to whoever may read it, to nobody else, and takes work again once it is restored", async () => {
    const projectId = await world.project();
    const documentId = await world.document(projectId, BICYCLE);
    const [ana, ben] = [
      await world.member(projectId, "annotator"),
      await world.member(projectId, "annotator"),
    ];
    const manager = contextOf(db, await world.member(projectId, "manager"));
    const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
    const key = { projectId, setId: set.id };
    const operation = op.create(newId<"annotation">(), "actor", 0, 10);
    const save = (by: UserId) => applyOperations(contextOf(db, by), { ...key, operations: [operation] });
    const answersTo = async (by: UserId) => [
      await faultsOf(save(by)),
      await faultsOf(readLog(contextOf(db, by), { ...key, after: 0, limit: 10 })),
      await faultsOf(readSet(contextOf(db, by), key)),
    ];

    await trashDocument(manager, { projectId, documentId });
    const inTrash = "not_found setId in_trash";
    expect(await answersTo(ana)).toEqual([inTrash, inTrash, inTrash]);
    for (const other of [ben, await world.person()])
      expect(await answersTo(other)).toEqual(["not_found", "not_found", "not_found"]);
    await restoreDocument(manager, { projectId, documentId });
    expect(await save(ana)).toMatchObject({ seq: 1, results: [{ status: "ok" }] });
  });
});
