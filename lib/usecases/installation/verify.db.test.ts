import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { verifyInstallation } from "./verify";

const db = await testDatabase();
const world = worldOf(db);

async function aProjectWithWork() {
  const projectId = await world.project();
  const ana = await world.member(projectId, "annotator", "Ana");
  const documentId = await world.document(projectId, BICYCLE);
  const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
  const [actor, claim] = [newId<"annotation">(), newId<"annotation">()];
  const made = [
    op.create(actor, "actor", 0, 10),
    op.create(claim, "claim", 13, 28, { claim_type: "demand" }),
    op.link(newId<"relation">(), "made_by", claim, actor),
    op.create(newId<"annotation">(), "actor", 0, 999),
    op.setSpan(actor, 0, 5),
  ].map((operation) => ({ ...operation, id: newId<"operation">() }));
  const undo = {
    id: newId<"operation">(),
    kind: "undo" as const,
    target: made[4]?.id ?? newId<"operation">(),
    body: {},
  };
  await applyOperations(contextOf(db, ana), { projectId, setId: set.id, operations: [...made, undo] });
  return {
    projectId,
    documentId,
    setId: set.id,
    actor,
    verify: () => verifyInstallation(contextOf(db, OPERATOR), { projectId }),
  };
}

describe("verify", () => {
  it("finds nothing wrong with work done through the use cases", async () => {
    const { verify } = await aProjectWithWork();
    expect(await verify()).toEqual({ documents: 1, sets: 1, operations: 6, problems: [] });
  });

  type Place = Awaited<ReturnType<typeof aProjectWithWork>>;
  it.each<[string, RegExp, (place: Place) => Promise<unknown>]>([
    [
      "a moved span",
      /not as its log says|does not quote/,
      ({ projectId, actor }) =>
        db.prisma
          .$executeRaw`update annotation set start_at = 1 where project_id = ${projectId}::uuid and id = ${actor}::uuid`,
    ],
    [
      "another quote",
      /does not quote/,
      ({ projectId, actor }) =>
        db.prisma
          .$executeRaw`update annotation set quote = 'Mayor' where project_id = ${projectId}::uuid and id = ${actor}::uuid`,
    ],
    [
      "an attribute that no operation set",
      /not as its log says/,
      ({ projectId }) =>
        db.prisma.$executeRaw`update annotation set attributes = '{}' where project_id = ${projectId}::uuid`,
    ],
    [
      "a gap in the log",
      /operation 2 is missing/,
      ({ projectId }) =>
        db.prisma.$executeRaw`delete from operation where project_id = ${projectId}::uuid and seq = 2`,
    ],
    [
      "a log that was cut",
      /stands at 6, but its log ends at 5/,
      ({ projectId }) =>
        db.prisma.$executeRaw`delete from operation where project_id = ${projectId}::uuid and seq = 6`,
    ],
    [
      "a change in the log",
      /not as its log says|does not lead/,
      ({ projectId }) =>
        db.prisma
          .$executeRaw`update operation set change = jsonb_set(change, '{created,note}', '"forged"') where project_id = ${projectId}::uuid and seq = 1`,
    ],
    [
      "an annotation without an operation",
      /is in no operation of its log/,
      ({ projectId, setId }) =>
        db.prisma
          .$executeRaw`insert into annotation (project_id, set_id, id, label, start_at, end_at, quote, field_seq, origin, created_at)
        values (${projectId}::uuid, ${setId}::uuid, ${newId()}::uuid, 'actor', 0, 5, 'Mayor', '{}', 'human', now())`,
    ],
    [
      "a relation that is gone",
      /relation .* is missing/,
      ({ projectId }) => db.prisma.$executeRaw`delete from relation where project_id = ${projectId}::uuid`,
    ],
    [
      "a state that the log does not reach",
      /is accepted, but its log ends in in_progress/,
      ({ projectId }) =>
        db.prisma
          .$executeRaw`update annotation_set set state = 'accepted' where project_id = ${projectId}::uuid`,
    ],
    [
      "a wrong count",
      /counts 7 annotations, but has 2/,
      ({ projectId }) =>
        db.prisma
          .$executeRaw`update annotation_set set annotation_count = 7 where project_id = ${projectId}::uuid`,
    ],
    [
      "another text",
      /not the one that was hashed/,
      ({ projectId }) =>
        db.prisma
          .$executeRaw`update document set text = replace(text, 'ban', 'tax') where project_id = ${projectId}::uuid`,
    ],
    [
      "a wrong length",
      /has 54 characters, not 55/,
      ({ projectId }) =>
        db.prisma.$executeRaw`update document set length = 55 where project_id = ${projectId}::uuid`,
    ],
  ])("finds %s", async (_, message, damage) => {
    const place = await aProjectWithWork();
    await damage(place);
    const { problems } = await place.verify();
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    expect(problems.every(({ projectId }) => projectId === place.projectId)).toBe(true);
  });

  it("finds a label that the project does not have, where no constraint keeps it out", async () => {
    const place = await aProjectWithWork();
    await db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`update annotation set label = 'villain' where project_id = ${place.projectId}::uuid`;
      await tx.$executeRaw`delete from document where project_id = ${place.projectId}::uuid`;
    });
    const messages = (await place.verify()).problems.map(({ message }) => message);
    expect(messages.filter((message) => message.startsWith("annotation with a foreign label"))).toHaveLength(
      2,
    );
    expect(messages.filter((message) => message.startsWith("set without a document"))).toHaveLength(1);
  });

  it("is for administrators", async () => {
    const person = await world.person();
    await expect(verifyInstallation(contextOf(db, person))).rejects.toMatchObject({ code: "forbidden" });
  });
});
