import type { Operation } from "@/lib/core/annotation/operation";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { NewToken } from "@/lib/contracts/account";
import { OPERATOR } from "@/lib/core/access/actor";
import type { Context } from "@/lib/usecases/context";
import { changeOwnPassword } from "@/lib/usecases/accounts/change-own-password";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { createUser } from "@/lib/usecases/accounts/create-user";
import { issuePasswordLink } from "@/lib/usecases/accounts/issue-password-link";
import { hashPassword } from "@/lib/usecases/accounts/password-hash";
import { renameSelf } from "@/lib/usecases/accounts/rename-self";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";
import { hashSecret } from "@/lib/usecases/accounts/secret-token";
import { setPasswordByLink } from "@/lib/usecases/accounts/set-password-by-link";
import { sharePresence } from "@/lib/usecases/accounts/share-presence";
import { signOut } from "@/lib/usecases/accounts/sign-out";
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
import { writeSchema } from "@/lib/usecases/schema/write-schema";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { presetSchema } from "@/lib/core/schema/preset";
import { BICYCLE, op } from "../annotation-builders";
import { importInput, jsonLinesOf } from "../import-desk";
import { contextOf, newId, worldOf } from "../world";

/** Something that somebody does once, and how to see that it was done. */
export interface Act {
  readonly ctx: Context;
  readonly act: (ctx: Context) => Promise<unknown>;
  readonly isDone: () => Promise<boolean>;
  /** Done in several transactions, each of which is whole. */
  readonly isPiecemeal?: boolean;
}

const PASSWORD = "three words somewhere";
const NEW_PASSWORD = "four other words elsewhere";
const isSome = (count: Promise<number>): Promise<boolean> => count.then((found) => found > 0);

/** Every act that writes. */
export const ACTS: Readonly<Record<string, (db: Database) => Promise<Act>>> = {
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
  createUser: async (db) => {
    const { projectId } = await aDesk(db);
    const email = `${newId()}@example.org`;
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) =>
        createUser(on, {
          email,
          name: "New",
          isAdmin: false,
          password: null,
          membership: { projectId, role: "annotator" },
        }),
      isDone: () =>
        isSome(
          db.prisma.user.count({ where: { email, memberships: { some: {} }, oneTimeLinks: { some: {} } } }),
        ),
    };
  },
  issuePasswordLink: async (db) => {
    const { userId, email } = await aPerson(db);
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => issuePasswordLink(on, { email }),
      isDone: () => isSome(db.prisma.oneTimeLink.count({ where: { userId } })),
    };
  },
  setPasswordByLink: async (db) => {
    const { userId } = await aPerson(db);
    const token = newId();
    await db.prisma.oneTimeLink.create({
      data: {
        tokenHash: hashSecret(token),
        purpose: "password",
        userId,
        expiresAt: new Date("2027-01-01"),
        createdAt: new Date(),
      },
    });
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => setPasswordByLink(on, { token, password: NEW_PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sessionVersion: { gt: 1 } } })),
    };
  },
  changeOwnPassword: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => changeOwnPassword(on, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sessionVersion: { gt: 1 } } })),
    };
  },
  renameSelf: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => renameSelf(on, { name: "Other" }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, name: "Other" } })),
    };
  },
  sharePresence: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => sharePresence(on, { shares: false }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sharesPresence: false } })),
    };
  },
  createToken: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => createToken(on, NewToken.parse({ name: "Nightly" })),
      isDone: () => isSome(db.prisma.apiToken.count({ where: { userId } })),
    };
  },
  revokeToken: async (db) => {
    const { userId } = await aPerson(db);
    const ctx = contextOf(db, userId);
    const { id } = await createToken(ctx, NewToken.parse({ name: "Nightly" }));
    return {
      ctx,
      act: (on) => revokeToken(on, { tokenId: id }),
      isDone: () => isSome(db.prisma.apiToken.count({ where: { id, revokedAt: { not: null } } })),
    };
  },
  signOut: async (db) => {
    const sessionId = newId();
    return Promise.resolve({
      ctx: contextOf(db, OPERATOR),
      act: (on) => signOut(on, { sessionId, expiresAt: new Date("2027-01-01") }),
      isDone: () => isSome(db.prisma.endedSession.count({ where: { id: sessionId } })),
    });
  },
};

/** A project of the preset with one document, and its manager. */
async function aDesk(db: Database) {
  const world = worldOf(db);
  const projectId: ProjectId = await world.project();
  const documentId = await world.document(projectId, BICYCLE);
  const ctx = contextOf(db, await world.member(projectId, "manager"));
  return { ctx, projectId, documentId };
}

const passwordHash = hashPassword(PASSWORD);

async function aPerson(db: Database): Promise<{ readonly userId: UserId; readonly email: string }> {
  const userId = await worldOf(db).person();
  const { email } = await db.prisma.user.update({
    where: { id: userId },
    data: { passwordHash: await passwordHash },
  });
  return { userId, email };
}
