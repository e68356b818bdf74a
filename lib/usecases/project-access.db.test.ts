import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access/actor";
import { OPERATOR } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import type { Context } from "./context";
import { createDocument } from "./documents/create-document";
import { listDocuments } from "./documents/list-documents";
import { readDocument, type DocumentInput } from "./documents/read-document";
import { readNeighbours } from "./documents/read-neighbours";
import { restoreDocument } from "./documents/restore-document";
import { restoreImport } from "./documents/restore-import";
import { trashImport } from "./documents/trash-import";
import { trashDocument } from "./documents/trash-document";
import { updateDocument } from "./documents/update-document";
import { readGuideline } from "./guideline/read-guideline";
import { writeGuideline } from "./guideline/write-guideline";
import { beginFollowing } from "./live/begin-following";
import { bePresent } from "./live/be-present";
import { changeRole } from "./members/change-role";
import { invite } from "./members/invite";
import { listInvitations } from "./members/list-invitations";
import { listMembers } from "./members/list-members";
import { removeMember } from "./members/remove-member";
import { readProject } from "./projects/read-project";
import { restoreProject } from "./projects/restore-project";
import { trashProject } from "./projects/trash-project";
import { updateProject } from "./projects/update-project";
import { listReviewQueue } from "./review/list-review-queue";
import { readReasons } from "./review/read-reasons";
import { readReview } from "./review/read-review";
import { writeReasons } from "./review/write-reasons";
import { readSchema } from "./schema/read-schema";
import { writeSchema } from "./schema/write-schema";
import { openSet } from "./sets/open-set";

const db = await testDatabase();
const world = worldOf(db);

const blank = { labels: [], relationTypes: [] };
const aText = { text: "An article.", meta: { extra: {} } };
const aPage = { limit: 50, trash: false };

/** Each act, asked for in a project of the preset with one document. */
const READING = {
  readProject: (ctx, { projectId }) => readProject(ctx, { projectId }),
  readSchema: (ctx, { projectId }) => readSchema(ctx, { projectId }),
  readGuideline: (ctx, { projectId }) => readGuideline(ctx, { projectId }),
  listDocuments: (ctx, { projectId }) => listDocuments(ctx, { projectId, ...aPage }),
  readDocument: (ctx, input) => readDocument(ctx, input),
  readNeighbours: (ctx, input) => readNeighbours(ctx, input),
  readReasons: (ctx, { projectId }) => readReasons(ctx, { projectId }),
  beginFollowing: (ctx, input) => beginFollowing(ctx, { ...input, after: null }),
} satisfies Record<string, (ctx: Context, input: DocumentInput) => Promise<unknown>>;

const MANAGING = {
  updateProject: (ctx, { projectId }) => updateProject(ctx, { projectId, name: "Renamed" }),
  writeSchema: (ctx, { projectId }) => writeSchema(ctx, { projectId, basedOn: 1, schema: blank }),
  writeGuideline: (ctx, { projectId }) => writeGuideline(ctx, { projectId, basedOn: 1, markdown: "# Rules" }),
  createDocument: (ctx, { projectId }) => createDocument(ctx, { projectId, ...aText }),
  updateDocument: (ctx, input) => updateDocument(ctx, { ...input, meta: { title: "Other" } }),
  listTrash: (ctx, { projectId }) => listDocuments(ctx, { projectId, ...aPage, trash: true }),
  trashDocument: (ctx, input) => trashDocument(ctx, input),
  trashImport: (ctx, { projectId }) => trashImport(ctx, { projectId, createdAt: new Date(0) }),
  restoreImport: (ctx, { projectId }) =>
    restoreImport(ctx, { projectId, createdAt: new Date(0), trashedAt: new Date(0) }),
  trashProject: (ctx, { projectId }) => trashProject(ctx, { projectId }),
  writeReasons: (ctx, { projectId }) =>
    writeReasons(ctx, { projectId, reasons: [{ key: "vague", name: "Vague" }] }),
  listInvitations: (ctx, { projectId }) => listInvitations(ctx, { projectId }),
  invite: (ctx, { projectId }) => invite(ctx, { projectId, role: "annotator", email: null, days: 7 }),
  changeRole: async (ctx, { projectId }) =>
    changeRole(ctx, { projectId, userId: await aMemberOf(projectId), role: "viewer" }),
  removeMember: async (ctx, { projectId }) =>
    removeMember(ctx, { projectId, userId: await aMemberOf(projectId) }),
} satisfies Record<string, (ctx: Context, input: DocumentInput) => Promise<unknown>>;

const REVIEWING = {
  listReviewQueue: (ctx, { projectId }) => listReviewQueue(ctx, { projectId, limit: 50 }),
  readReview: (ctx, input) => readReview(ctx, input),
} satisfies Record<string, (ctx: Context, input: DocumentInput) => Promise<unknown>>;

/** Somebody else; of a project that is not there, nobody. */
async function aMemberOf(projectId: ProjectId): Promise<UserId> {
  const isThere = (await db.prisma.project.count({ where: { id: projectId } })) > 0;
  return isThere ? world.member(projectId, "annotator") : newId<"user">();
}

async function aProject(): Promise<DocumentInput> {
  const projectId = await world.project({ preset: "blank" });
  return { projectId, documentId: await world.document(projectId, "An article.") };
}
const roles = ["viewer", "annotator", "reviewer", "manager"] as const;

describe.each(Object.entries(READING))("%s", (_name, act) => {
  it.each(roles)("is open to a %s", async (role) => {
    const project = await aProject();
    expect(await codeOf(act(contextOf(db, await world.member(project.projectId, role)), project))).toBe(
      "done",
    );
  });

  it("finds nothing for outsiders, administrators among them, and for members of another project", async () => {
    const project = await aProject();
    const stranger = await world.member((await aProject()).projectId, "manager");
    const admin: Actor = { userId: await world.person(), isAdmin: true, limits: null };
    expect(await codeOf(act(contextOf(db, stranger), project))).toBe("not_found");
    expect(await codeOf(act(contextOf(db, admin), project))).toBe("not_found");
  });

  it("finds nothing in a project in the trash", async () => {
    const project = await aProject();
    const ctx = contextOf(db, await world.member(project.projectId, "manager"));
    await trashProject(ctx, project);
    expect(await codeOf(act(ctx, project))).toBe("not_found");
    expect(await codeOf(act(contextOf(db, OPERATOR), project))).toBe("not_found");
  });
});

describe.each(Object.entries(MANAGING))("%s", (_name, act) => {
  it("is open to a manager", async () => {
    const project = await aProject();
    expect(await codeOf(act(contextOf(db, await world.member(project.projectId, "manager")), project))).toBe(
      "done",
    );
  });

  it.each(["viewer", "annotator", "reviewer"] as const)("is closed to a %s", async (role) => {
    const project = await aProject();
    expect(await codeOf(act(contextOf(db, await world.member(project.projectId, role)), project))).toBe(
      "forbidden",
    );
  });

  it("finds nothing for outsiders, and for members of another project", async () => {
    const project = await aProject();
    const stranger = await world.member((await aProject()).projectId, "manager");
    expect(await codeOf(act(contextOf(db, await world.person()), project))).toBe("not_found");
    expect(await codeOf(act(contextOf(db, stranger), project))).toBe("not_found");
  });

  it("is closed to a manager's token that may only read, and finds nothing for one of another project", async () => {
    const project = await aProject();
    const userId = await world.member(project.projectId, "manager");
    const reading: Actor = {
      userId,
      isAdmin: false,
      limits: { projectId: null, scopes: ["read", "annotate"] },
    };
    const elsewhere: Actor = {
      userId,
      isAdmin: false,
      limits: { projectId: newId<"project">(), scopes: [] },
    };
    expect(await codeOf(act(contextOf(db, reading), project))).toBe("forbidden");
    expect(await codeOf(act(contextOf(db, elsewhere), project))).toBe("not_found");
  });

  it("finds no project that is not there, at the command line either", async () => {
    const nowhere = { projectId: newId<"project">(), documentId: newId<"document">() };
    expect(await codeOf(act(contextOf(db, OPERATOR), nowhere))).toBe("not_found");
  });
});

describe.each(Object.entries(REVIEWING))("%s", (_name, act) => {
  it.each(["manager", "reviewer"] as const)("is open to a %s", async (role) => {
    const project = await aProject();
    expect(await codeOf(act(contextOf(db, await world.member(project.projectId, role)), project))).toBe(
      "done",
    );
  });

  it.each(["annotator", "viewer"] as const)("is closed to a %s", async (role) => {
    const project = await aProject();
    expect(await codeOf(act(contextOf(db, await world.member(project.projectId, role)), project))).toBe(
      "forbidden",
    );
  });

  it("finds nothing for outsiders, and for members of another project", async () => {
    const project = await aProject();
    const stranger = await world.member((await aProject()).projectId, "reviewer");
    expect(await codeOf(act(contextOf(db, await world.person()), project))).toBe("not_found");
    expect(await codeOf(act(contextOf(db, stranger), project))).toBe("not_found");
  });
});

describe("a document of another project", () => {
  it.each(
    Object.entries({ readDocument, trashDocument, restoreDocument, updateDocument: MANAGING.updateDocument }),
  )(
    "is not found by %s under one's own",
    async (_name, act: (ctx: Context, input: DocumentInput) => Promise<unknown>) => {
      const own = await aProject();
      const other = await aProject();
      const ctx = contextOf(db, await world.member(own.projectId, "manager"));
      expect(await codeOf(act(ctx, { projectId: own.projectId, documentId: other.documentId }))).toBe(
        "not_found",
      );
    },
  );
});

describe("listMembers", () => {
  it("is open to those who review and manage, since annotators are blind to one another", async () => {
    const project = await aProject();
    const ask = async (role: (typeof roles)[number]) =>
      codeOf(listMembers(contextOf(db, await world.member(project.projectId, role)), project));
    expect([await ask("manager"), await ask("reviewer")]).toEqual(["done", "done"]);
    expect([await ask("annotator"), await ask("viewer")]).toEqual(["forbidden", "forbidden"]);
    expect(await codeOf(listMembers(contextOf(db, await world.person()), project))).toBe("not_found");
  });
});

describe("bePresent", () => {
  it("is open to every member, and finds nothing for outsiders or at sets of others", async () => {
    const project = await aProject();
    const annotator = contextOf(db, await world.member(project.projectId, "annotator"));
    const { set } = await openSet(annotator, { ...project, kind: "annotator" });
    const say = (ctx: Context) =>
      codeOf(bePresent(ctx, { ...project, clientId: "page", place: { set: set.id, at: 0, selected: null } }));
    expect(await say(annotator)).toBe("done");
    for (const role of ["reviewer", "manager"] as const)
      expect(await say(contextOf(db, await world.member(project.projectId, role)))).toBe("done");
    for (const role of ["annotator", "viewer"] as const)
      expect(await say(contextOf(db, await world.member(project.projectId, role)))).toBe("not_found");
    expect(await say(contextOf(db, await world.person()))).toBe("not_found");
    expect(
      await codeOf(bePresent(contextOf(db, OPERATOR), { ...project, clientId: "page", place: null })),
    ).toBe("forbidden");
  });
});

describe("restoreProject", () => {
  it("is for the managers of the project alone", async () => {
    const { projectId } = await aProject();
    const manager = contextOf(db, await world.member(projectId, "manager"));
    await trashProject(manager, { projectId });
    expect(
      await codeOf(restoreProject(contextOf(db, await world.member(projectId, "reviewer")), { projectId })),
    ).toBe("forbidden");
    expect(await codeOf(restoreProject(contextOf(db, await world.person()), { projectId }))).toBe(
      "not_found",
    );
    expect(await codeOf(restoreProject(manager, { projectId }))).toBe("done");
    expect(await codeOf(restoreProject(manager, { projectId }))).toBe("not_found");
  });
});
