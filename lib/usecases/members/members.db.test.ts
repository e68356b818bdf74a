import { describe, expect, it } from "vitest";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, NOW, worldOf } from "@/lib/testing/world";
import type { Role } from "@/lib/core/access/actor";
import type { ProjectId } from "@/lib/core/ids";
import type { Context } from "../context";
import { openSet } from "../sets/open-set";
import { acceptInvitation, joinByInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { checkInvitation } from "./check-invitation";
import { invite } from "./invite";
import { listInvitations } from "./list-invitations";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

const db = await testDatabase();
const world = worldOf(db);
const PASSWORD = "three words somewhere";

async function aTeam() {
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager", "Mara");
  const annotator = await world.member(projectId, "annotator", "Ana");
  return { projectId, manager, annotator, ctx: contextOf(db, manager) };
}

function later(ctx: Context, days: number): Context {
  return { ...ctx, now: () => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000) };
}

function tokenOf(path: string): string {
  return new URL(path, "http://localhost").searchParams.get("token") ?? "";
}

async function anInvitation(
  { ctx, projectId }: { readonly ctx: Context; readonly projectId: ProjectId },
  over: { readonly role?: Role; readonly email?: string | null } = {},
) {
  const made = await invite(ctx, { projectId, role: "annotator", email: null, days: 7, ...over });
  return { id: made.id, path: made.path, ref: { projectId, token: tokenOf(made.path) } };
}

const namesIn = async (ctx: Context, projectId: ProjectId) =>
  (await listMembers(ctx, { projectId })).items.map(({ name, role, removedAt }) => [
    name,
    role,
    removedAt !== null,
  ]);

describe("the last manager", () => {
  it("can neither go nor become anything else", async () => {
    const { ctx, projectId, manager } = await aTeam();
    expect(await codeOf(removeMember(ctx, { projectId, userId: manager }))).toBe("conflict");
    expect(await codeOf(changeRole(ctx, { projectId, userId: manager, role: "viewer" }))).toBe("conflict");
  });

  it("stays one when two managers take each other's rights at once", async () => {
    const { ctx, projectId, manager, annotator } = await aTeam();
    await changeRole(ctx, { projectId, userId: annotator, role: "manager" });
    const other = contextOf(db, annotator);
    const codes = await Promise.all([
      codeOf(changeRole(ctx, { projectId, userId: annotator, role: "viewer" })),
      codeOf(changeRole(other, { projectId, userId: manager, role: "viewer" })),
    ]);
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    const managers = await db.prisma.membership.count({ where: { projectId, role: "manager" } });
    expect(managers).toBe(1);
  });

  it("is not somebody whose account is off", async () => {
    const { ctx, projectId, manager, annotator } = await aTeam();
    await changeRole(ctx, { projectId, userId: annotator, role: "manager" });
    await db.prisma.user.update({ where: { id: annotator }, data: { disabledAt: NOW } });
    expect(await codeOf(removeMember(ctx, { projectId, userId: manager }))).toBe("conflict");
  });
});

describe("a removed member", () => {
  it("finds nothing of the project, while their work keeps their name", async () => {
    const { ctx, projectId, annotator } = await aTeam();
    const documentId = await world.document(projectId, "An article.");
    await openSet(contextOf(db, annotator), { projectId, documentId, kind: "annotator" });
    await removeMember(ctx, { projectId, userId: annotator });
    expect(
      await codeOf(openSet(contextOf(db, annotator), { projectId, documentId, kind: "annotator" })),
    ).toBe("not_found");
    expect(await namesIn(ctx, projectId)).toEqual([
      ["Mara", "manager", false],
      ["Ana", "annotator", true],
    ]);
    const [, past] = (await listMembers(ctx, { projectId })).items;
    expect(past?.sets).toBe(1);
  });

  it("comes back by an invitation, to the same work", async () => {
    const team = await aTeam();
    const { ctx, projectId, annotator } = team;
    await removeMember(ctx, { projectId, userId: annotator });
    const { ref } = await anInvitation(team, { role: "reviewer" });
    await acceptInvitation(contextOf(db, annotator), ref);
    expect(await namesIn(ctx, projectId)).toEqual([
      ["Ana", "reviewer", false],
      ["Mara", "manager", false],
    ]);
  });
});

describe("an invitation", () => {
  it("is kept as a hash alone", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team);
    const rows = await db.prisma.invitation.findMany({ where: { projectId: team.projectId } });
    expect(JSON.stringify(rows)).not.toContain(ref.token);
  });

  it("says before it is accepted what it offers", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team, { role: "reviewer" });
    expect(await checkInvitation(team.ctx, ref)).toMatchObject({
      state: "open",
      role: "reviewer",
      invitedBy: "Mara",
    });
  });

  it("makes one person a member, also when two accept at once", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team);
    const people = [await world.person("Bea"), await world.person("Cem")];
    const codes = await Promise.all(
      people.map((person) => codeOf(acceptInvitation(contextOf(db, person), ref))),
    );
    expect(codes.toSorted()).toEqual(["done", "gone"]);
    expect((await namesIn(team.ctx, team.projectId)).length).toBe(3);
  });

  it("does not work after its time, when it was taken back, or in another project", async () => {
    const team = await aTeam();
    const person = contextOf(db, await world.person());
    const late = await anInvitation(team);
    expect(await codeOf(acceptInvitation(later(person, 8), late.ref))).toBe("gone");
    const revoked = await anInvitation(team);
    await revokeInvitation(team.ctx, { projectId: team.projectId, invitationId: revoked.id });
    expect(await codeOf(acceptInvitation(person, revoked.ref))).toBe("gone");
    expect(
      await codeOf(revokeInvitation(team.ctx, { projectId: team.projectId, invitationId: revoked.id })),
    ).toBe("not_found");
    const elsewhere = await aTeam();
    const moved = { ...(await anInvitation(team)).ref, projectId: elsewhere.projectId };
    expect(await codeOf(acceptInvitation(person, moved))).toBe("not_found");
    const states = (await listInvitations(later(team.ctx, 8), { projectId: team.projectId })).items;
    expect(states.map(({ state }) => state)).toEqual(["expired", "revoked", "expired"]);
  });

  it("to an address is accepted by its owner alone, whether they have an account or not", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team, { email: "nina@example.org" });
    expect(await codeOf(acceptInvitation(contextOf(db, await world.person()), ref))).toBe("forbidden");
    const join = { ...ref, name: "Nina", password: PASSWORD };
    expect(await codeOf(joinByInvitation(team.ctx, { ...join, email: "otto@example.org" }))).toBe(
      "forbidden",
    );
    expect(await joinByInvitation(team.ctx, { ...join, email: "nina@example.org" })).toEqual({
      projectId: team.projectId,
      role: "annotator",
    });
  });

  it("does not take over an account by its address, and leaves no account behind when it fails", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team);
    const taken = await db.prisma.user.findUniqueOrThrow({ where: { id: team.annotator } });
    const join = { ...ref, name: "Nobody", password: PASSWORD };
    expect(await codeOf(joinByInvitation(team.ctx, { ...join, email: taken.email }))).toBe("already_exists");
    await acceptInvitation(contextOf(db, await world.person()), ref);
    expect(await codeOf(joinByInvitation(team.ctx, { ...join, email: "late@example.org" }))).toBe("gone");
    expect(await db.prisma.user.count({ where: { email: "late@example.org" } })).toBe(0);
  });

  it("stays open when a member tries it, so that they cannot change their own role", async () => {
    const team = await aTeam();
    const { ref } = await anInvitation(team, { role: "manager" });
    expect(await codeOf(acceptInvitation(contextOf(db, team.annotator), ref))).toBe("conflict");
    expect(await checkInvitation(team.ctx, ref)).toMatchObject({ state: "open" });
  });

  it("is given out fifty times an hour at most", async () => {
    const team = await aTeam();
    for (let n = 0; n < 50; n += 1) await anInvitation(team);
    expect(await codeOf(anInvitation(team))).toBe("rate_limited");
    expect(await codeOf(anInvitation({ ...team, ctx: later(team.ctx, 1) }))).toBe("done");
  });
});

it("tells of every change of rights who made it and whom it was about", async () => {
  const team = await aTeam();
  const { ctx, projectId, annotator, manager } = team;
  await changeRole(ctx, { projectId, userId: annotator, role: "viewer" });
  await removeMember(ctx, { projectId, userId: annotator });
  await anInvitation(team);
  const events = await db.prisma.auditEvent.findMany({ where: { projectId }, orderBy: { id: "asc" } });
  expect(events.map(({ kind, actorId, subjectId, details }) => [kind, actorId, subjectId, details])).toEqual([
    ["member.role_changed", manager, annotator, { from: "annotator", to: "viewer" }],
    ["member.removed", manager, annotator, { role: "viewer" }],
    ["member.invited", manager, null, { role: "annotator" }],
  ]);
});
