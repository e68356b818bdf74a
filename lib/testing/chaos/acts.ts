import type { Operation } from "@/lib/core/annotation/operation";
import { at } from "@/lib/core/at";
import { OPERATOR } from "@/lib/core/access/actor";
import { ExportQuery } from "@/lib/contracts/exchange";
import { createDocument } from "@/lib/usecases/documents/create-document";
import { restoreDocument } from "@/lib/usecases/documents/restore-document";
import { trashDocument } from "@/lib/usecases/documents/trash-document";
import { updateDocument } from "@/lib/usecases/documents/update-document";
import { importDocuments } from "@/lib/usecases/exchange/import-documents";
import { writeGuideline } from "@/lib/usecases/guideline/write-guideline";
import { createProject } from "@/lib/usecases/projects/create-project";
import { restoreProject } from "@/lib/usecases/projects/restore-project";
import { trashProject } from "@/lib/usecases/projects/trash-project";
import { updateProject } from "@/lib/usecases/projects/update-project";
import { openThread } from "@/lib/usecases/discussion/open-thread";
import { acceptDocument } from "@/lib/usecases/review/accept-document";
import { decide } from "@/lib/usecases/review/decide";
import { undoDecision } from "@/lib/usecases/review/undo-decision";
import { writeReasons } from "@/lib/usecases/review/write-reasons";
import { writeSchema } from "@/lib/usecases/schema/write-schema";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { presetSchema } from "@/lib/core/schema/preset";
import { exportProject } from "@/lib/usecases/exchange/export-project";
import { importArchive } from "@/lib/usecases/exchange/import-archive";
import { purgeTrash } from "@/lib/usecases/installation/purge";
import { seedSampleProject } from "@/lib/usecases/projects/seed-sample-project";
import { BICYCLE, op } from "../annotation-builders";
import { acceptance, reviewDesk } from "../review-desk";
import { importInput, jsonLinesOf } from "../import-desk";
import { uploadOf } from "../uploads";
import { contextOf, newId, worldOf } from "../world";
import { ACCOUNT_ACTS } from "./account-acts";
import { aDesk, isSome, type Acts } from "./act";
import { IMPORT_ACTS } from "./import-acts";

/** Every act that writes. */
export const ACTS: Acts = {
  applyOperations: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
    const [actor, claim] = [newId<"annotation">(), newId<"annotation">()];
    const operations = [
      op.create(actor, "actor", 0, 10),
      op.create(claim, "claim", 13, 28),
      op.link(newId(), "made_by", claim, actor),
      op.create(newId(), "actor", 0, 9_999),
    ].map((operation): Operation => ({ ...operation, id: newId() }));
    return {
      ctx,
      act: (on) => applyOperations(on, { projectId, setId: set.id, operations }),
      isDone: async () => (await db.prisma.operation.count({ where: { setId: set.id } })) === 4,
    };
  },
  openSet: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    return {
      ctx,
      act: (on) => openSet(on, { projectId, documentId, kind: "annotator" }),
      isDone: () => isSome(db.prisma.annotationSet.count({ where: { documentId } })),
    };
  },
  decide: async (db) => {
    const desk = await reviewDesk(db, [["actor", 0, 10, { actor_type: "person" }]]);
    const decision = acceptance(at((await desk.alignment()).clusters, 0));
    return {
      ctx: desk.ctx,
      act: (on) => decide(on, { ...desk.address, decisions: [decision] }),
      isDone: () =>
        isSome(
          db.prisma.decision.count({
            where: { id: decision.id, gold: { annotationCount: 1, document: { review: { undecided: 0 } } } },
          }),
        ),
    };
  },
  undoDecision: async (db) => {
    const desk = await reviewDesk(db, [["actor", 0, 10, { actor_type: "person" }]]);
    const decision = acceptance(at((await desk.alignment()).clusters, 0));
    await decide(desk.ctx, { ...desk.address, decisions: [decision] });
    return {
      ctx: desk.ctx,
      act: (on) => undoDecision(on, { ...desk.address, decisionId: decision.id }),
      isDone: () =>
        isSome(
          db.prisma.decision.count({
            where: { id: decision.id, undoneAt: { not: null }, gold: { annotationCount: 0 } },
          }),
        ),
    };
  },
  acceptDocument: async (db) => {
    const desk = await reviewDesk(db, []);
    return {
      ctx: desk.ctx,
      act: (on) => acceptDocument(on, desk.address),
      isDone: async () =>
        (await db.prisma.annotationSet.count({
          where: { documentId: desk.documentId, state: "accepted" },
        })) === 2,
    };
  },
  openThread: async (db) => {
    const desk = await reviewDesk(db, []);
    const setId = at(desk.annotators, 0).setId;
    const thread = { id: newId<"thread">(), commentId: newId<"comment">(), text: "Why?" };
    return {
      ctx: desk.ctx,
      act: (on) => openThread(on, { projectId: desk.projectId, setId, ...thread }),
      isDone: () => isSome(db.prisma.thread.count({ where: { id: thread.id, comments: { some: {} } } })),
    };
  },
  writeReasons: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    const reasons = [{ key: "vague", name: "Vague" }];
    return {
      ctx,
      act: (on) => writeReasons(on, { projectId, reasons }),
      isDone: () =>
        isSome(db.prisma.project.count({ where: { id: projectId, reviewReasons: { equals: reasons } } })),
    };
  },
  createProject: async (db) => {
    const userId = await worldOf(db).person();
    return {
      ctx: contextOf(db, userId),
      act: (on) => createProject(on, { name: "New", preset: "claim-actor-stance", mode: "shared" }),
      isDone: () =>
        isSome(
          db.prisma.project.count({
            where: { createdBy: userId, schemas: { some: {} }, memberships: { some: {} } },
          }),
        ),
    };
  },
  updateProject: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    return {
      ctx,
      act: (on) => updateProject(on, { projectId, name: "Renamed" }),
      isDone: () => isSome(db.prisma.project.count({ where: { id: projectId, name: "Renamed" } })),
    };
  },
  trashProject: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    return {
      ctx,
      act: (on) => trashProject(on, { projectId }),
      isDone: () => isSome(db.prisma.project.count({ where: { id: projectId, deletedAt: { not: null } } })),
    };
  },
  restoreProject: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    await trashProject(ctx, { projectId });
    return {
      ctx,
      act: (on) => restoreProject(on, { projectId }),
      isDone: () => isSome(db.prisma.project.count({ where: { id: projectId, deletedAt: null } })),
    };
  },
  writeSchema: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    const { labels, relationTypes } = presetSchema("claim-actor-stance");
    const first = labels[0];
    if (first === undefined) throw new RangeError("the preset has no label");
    const schema = { labels: [{ ...first, name: "Renamed" }, ...labels.slice(1)], relationTypes };
    return {
      ctx,
      act: (on) => writeSchema(on, { projectId, basedOn: 1, schema }),
      isDone: () => isSome(db.prisma.schemaVersion.count({ where: { projectId, version: 2 } })),
    };
  },
  writeGuideline: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    return {
      ctx,
      act: (on) => writeGuideline(on, { projectId, basedOn: 1, markdown: "# Rules" }),
      isDone: () => isSome(db.prisma.guidelineVersion.count({ where: { projectId, version: 2 } })),
    };
  },
  createDocument: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    return {
      ctx,
      act: (on) => createDocument(on, { projectId, text: "Another article.", meta: { extra: {} } }),
      isDone: () =>
        isSome(
          db.prisma.document.count({
            where: { projectId, text: "Another article.", search: { isNot: null } },
          }),
        ),
    };
  },
  updateDocument: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    return {
      ctx,
      act: (on) => updateDocument(on, { projectId, documentId, meta: { title: "Other" } }),
      isDone: () => isSome(db.prisma.document.count({ where: { id: documentId, title: "Other" } })),
    };
  },
  trashDocument: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    return {
      ctx,
      act: (on) => trashDocument(on, { projectId, documentId }),
      isDone: () =>
        isSome(
          db.prisma.document.count({ where: { id: documentId, deletedAt: { not: null }, search: null } }),
        ),
    };
  },
  restoreDocument: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    await trashDocument(ctx, { projectId, documentId });
    return {
      ctx,
      act: (on) => restoreDocument(on, { projectId, documentId }),
      isDone: () =>
        isSome(
          db.prisma.document.count({ where: { id: documentId, deletedAt: null, search: { isNot: null } } }),
        ),
    };
  },
  importDocuments: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    const line = (n: number) => ({
      external_id: `n${n}`,
      text: BICYCLE,
      spans: [{ start: 0, end: 10, label: "actor", quote: "Mayor Ruiz" }],
    });
    const file = jsonLinesOf(...[1, 2, 3, 4, 5].map(line));
    return {
      ctx,
      act: async (on) => {
        const report = await importDocuments(on, importInput(projectId, file));
        if (report.failed > 0) throw new RangeError("lines failed");
      },
      isDone: async () =>
        (await db.prisma.annotationSet.count({
          where: { projectId, kind: "imported", annotationCount: 1 },
        })) === 5,
      isPiecemeal: true,
    };
  },
  importArchive: async (db) => {
    const { ctx, projectId } = await aDesk(db);
    const { bytes } = await exportProject(ctx, { projectId, ...ExportQuery.parse({ format: "archive" }) });
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    const archive = Buffer.concat(pieces).toString();
    const empty = await worldOf(db).project();
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => importArchive(on, { projectId: empty, ...uploadOf(archive) }),
      isDone: () => isSome(db.prisma.document.count({ where: { projectId: empty } })),
    };
  },
  purgeTrash: async (db) => {
    const { ctx, projectId, documentId } = await aDesk(db);
    await openSet(ctx, { projectId, documentId, kind: "annotator" });
    await trashProject(ctx, { projectId });
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => purgeTrash(on, { projectId, olderThanDays: -1 }),
      isDone: async () => (await db.prisma.project.count({ where: { id: projectId } })) === 0,
    };
  },
  seedSampleProject: async (db) => {
    await db.pool.query("TRUNCATE project CASCADE");
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => seedSampleProject(on, ["An article."]),
      isDone: () => isSome(db.prisma.document.count({ where: { text: "An article." } })),
    };
  },
  ...ACCOUNT_ACTS,
  ...IMPORT_ACTS,
};
