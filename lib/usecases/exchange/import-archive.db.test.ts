import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ExportQuery } from "@/lib/contracts/exchange";
import { OPERATOR, type Actor } from "@/lib/core/access/actor";
import type { Operation } from "@/lib/core/annotation/operation";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { uploadOf } from "@/lib/testing/uploads";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { verifyInstallation } from "../installation/verify";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { exportProject } from "./export-project";
import { importArchive } from "./import-archive";
import { importDocuments } from "./import-documents";

const db = await testDatabase();
const world = worldOf(db);

async function archiveOf(
  projectId: ProjectId,
  by: UserId | Actor = OPERATOR,
  people = "pseudonyms",
): Promise<string> {
  const file = await exportProject(contextOf(db, by), {
    projectId,
    ...ExportQuery.parse({ format: "archive", people }),
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const bring = (archive: string, projectId: ProjectId, by: UserId | Actor = OPERATOR) =>
  importArchive(contextOf(db, by), { projectId, ...uploadOf(archive) });

/** A project in which everything has happened that an archive must remember. */
async function aLivedInProject() {
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager", "Mia Secret");
  const ana = await world.member(projectId, "annotator", "Ana Secret");
  const documentId = await world.document(projectId, BICYCLE, "afp-77");
  const crlf = await world.document(projectId, "One 👩‍👩‍👧\r\ntwo\u2028three \ufeff e\u0301\u0001");
  await db.prisma
    .$executeRaw`update document set created_at = '2026-01-01T00:00:00.123456Z', created_by = ${manager}::uuid,
    extra = '{"10": 1, "9": {"b": 1, "a": [1.5, null]}}' where project_id = ${projectId}::uuid and id = ${crlf}::uuid`;
  await db.prisma.schemaVersion.create({
    data: {
      projectId,
      version: 2,
      createdBy: manager,
      createdAt: new Date(),
      body: (await db.prisma.schemaVersion.findFirstOrThrow({ where: { projectId } })).body as object,
    },
  });
  const open = async (by: UserId, on = documentId, kind: "annotator" | "gold" = "annotator") =>
    (await openSet(contextOf(db, by), { projectId, documentId: on, kind })).set.id;
  const send = (by: UserId, setId: SetId, operations: readonly Operation[]) =>
    applyOperations(contextOf(db, by), { projectId, setId, operations: operations.map(fresh) });
  const setId = await open(ana);
  const [actor, claim] = [newId<"annotation">(), newId<"annotation">()];
  const create = fresh(op.create(actor, "actor", 0, 10, { actor_type: "person" }));
  const move = fresh(op.setSpan(actor, 0, 5));
  const undo = undoOf(move);
  await applyOperations(contextOf(db, ana), {
    projectId,
    setId,
    operations: [
      create,
      move,
      undo,
      undoOf(undo),
      fresh(op.create(claim, "claim", 13, 28)),
      fresh(op.create(newId<"annotation">(), "claim", 0, 999)),
    ],
  });
  await send(ana, setId, [
    op.link(newId<"relation">(), "made_by", claim, actor),
    op.setNote(claim, "why 🚲?"),
    op.setAttribute(claim, "anaphoric", true),
    op.remove(actor),
  ]);
  await send(manager, await open(manager, crlf), [op.create(newId<"annotation">(), "actor", 4, 9)]);
  const gold = await open(manager, documentId, "gold");
  await send(manager, gold, [{ id: newId<"operation">(), kind: "set.submit", target: gold, body: {} }]);
  const file = `${JSON.stringify({ external_id: "x", text: BICYCLE, offset_unit: "codepoint", text_sha256: sha256(BICYCLE), set: { annotator: "Prodigy" }, spans: [{ start: 0, end: 10, label: "actor" }] })}\n`;
  await importDocuments(contextOf(db, manager), {
    projectId,
    format: "jsonl",
    onDuplicate: "skip",
    strict: false,
    name: null,
    ...uploadOf(file),
  });
  const trashed = await world.document(projectId, "In the trash.");
  await open(ana, trashed);
  await db.prisma.document.updateMany({ where: { projectId, id: trashed }, data: { deletedAt: new Date() } });
  return { projectId, manager, ana };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const fresh = (operation: Operation): Operation => ({ ...operation, id: newId<"operation">() });
const undoOf = ({ id }: Operation): Operation => ({
  id: newId<"operation">(),
  kind: "undo",
  target: id,
  body: {},
});

/** The archive with its lines changed, and a trailer that fits them. */
function forged(archive: string, change: (line: string, index: number) => string | null): string {
  const lines = archive
    .trimEnd()
    .split("\n")
    .slice(0, -1)
    .flatMap((line, index) => change(line, index) ?? []);
  const body = lines.map((line) => `${line}\n`).join("");
  return `${body}${JSON.stringify({ type: "end", rows: lines.length, sha256: sha256(body) })}\n`;
}

describe("an archive", () => {
  it("imported into an empty project and exported again gives the same bytes", async () => {
    const { projectId } = await aLivedInProject();
    const archive = await archiveOf(projectId);
    const copy = await world.project({ mode: "shared", preset: "blank" });
    expect(await bring(archive, copy)).toMatchObject({ state: "done", created: 3 });
    expect(await archiveOf(copy)).toBe(archive);
    expect(await verifyInstallation(contextOf(db, OPERATOR))).toMatchObject({ problems: [] });
  });

  it("comes out the same each time, without a time, an id or an address of where it comes from", async () => {
    const { projectId, manager, ana } = await aLivedInProject();
    const archive = await archiveOf(projectId);
    expect(await archiveOf(projectId)).toBe(archive);
    for (const secret of [projectId, manager, ana, "@example.org", "Secret", "In the trash"])
      expect(archive).not.toContain(secret);
    const [header] = archive.split("\n");
    expect(JSON.parse(header ?? "")).toEqual({
      type: "archive",
      format: "triptych",
      version: 1,
      offset_unit: "codepoint",
      mode: "independent",
      people: "pseudonyms",
    });
  });

  it("ends with its length and the checksum of all before", async () => {
    const { projectId } = await aLivedInProject();
    const archive = await archiveOf(projectId);
    const end = archive.lastIndexOf("\n", archive.length - 2) + 1;
    expect(JSON.parse(archive.slice(end))).toEqual({
      type: "end",
      rows: archive.slice(0, end).split("\n").length - 1,
      sha256: sha256(archive.slice(0, end)),
    });
  });

  it("brings the whole history: what was undone can be redone by whoever did it", async () => {
    const { projectId } = await aLivedInProject();
    const copy = await world.project();
    await bring(await archiveOf(projectId), copy);
    const kinds = await db.prisma.operation.groupBy({
      by: ["status"],
      where: { projectId: copy },
      _count: true,
      orderBy: { status: "asc" },
    });
    expect(kinds).toEqual([
      { status: "ok", _count: 12 },
      { status: "rejected", _count: 1 },
    ]);
    const people = await db.prisma.annotationSet.findMany({
      where: { projectId: copy, kind: "annotator" },
      include: { annotator: true },
    });
    for (const { annotator } of people)
      expect(annotator).toMatchObject({
        name: expect.stringMatching(/^u\d$/) as string,
        passwordHash: null,
        disabledAt: expect.any(Date) as Date,
      });
  });

  it("with addresses gives the work to those who have them", async () => {
    const { projectId, manager, ana } = await aLivedInProject();
    const archive = await archiveOf(projectId, manager, "addresses");
    const copy = await world.project();
    await bring(archive, copy);
    const sets = await db.prisma.annotationSet.findMany({ where: { projectId: copy, kind: "annotator" } });
    expect(sets.map(({ annotatorId }) => annotatorId).sort()).toEqual([manager, ana].sort());
    expect(await archiveOf(copy, OPERATOR, "addresses")).toBe(archive);
  });

  it("with addresses of people outside is refused to all but administrators", async () => {
    const { projectId, manager } = await aLivedInProject();
    const archive = await archiveOf(projectId, manager, "addresses");
    const copy = await world.project();
    const other = await world.member(copy, "manager");
    expect(await codeOf(bring(archive, copy, other))).toBe("invalid");
    expect(await db.prisma.document.count({ where: { projectId: copy } })).toBe(0);
  });

  it("is for managers, both ways", async () => {
    const { projectId, ana } = await aLivedInProject();
    expect(await codeOf(archiveOf(projectId, ana))).toBe("forbidden");
    expect(await codeOf(bring("", projectId, ana))).toBe("forbidden");
    expect(await codeOf(bring("", projectId, await world.person()))).toBe("not_found");
  });

  it("does not go into a project that has documents", async () => {
    const { projectId } = await aLivedInProject();
    expect(await codeOf(bring(await archiveOf(projectId), projectId))).toBe("not_empty");
  });
});

describe("a damaged archive", () => {
  type Line = { type: string; seq?: number; [key: string]: unknown };
  const edit =
    (matches: (line: Line) => boolean, with_: (line: Line) => unknown) =>
    (line: string): string | null => {
      const parsed = JSON.parse(line) as Line;
      if (!matches(parsed)) return line;
      const changed = with_(parsed);
      return changed === null ? null : JSON.stringify(changed);
    };
  const isDocument = ({ type }: Line) => type === "document";
  const isOperation = (seq: number) => (line: Line) => line.type === "operation" && line.seq === seq;

  it.each<[string, string, (archive: string) => string]>([
    [
      "truncated",
      "cut in the middle of a line",
      (archive) => archive.slice(0, archive.length / 2).replace(/\n[^\n]*$/, "\n"),
    ],
    ["truncated", "without its last line", (archive) => archive.replace(/\n[^\n]+\n$/, "\n")],
    ["empty_file", "empty", () => ""],
    ["binary_file", "in a zip", () => "PK\u0003\u0004"],
    ["invalid", "with a line taken out", (archive) => archive.replace(/\n\{"type":"guideline[^\n]*\n/, "\n")],
    ["invalid", "with one letter changed", (archive) => archive.replace("Green Party", "Green party")],
    ["invalid", "with something behind its end", (archive) => `${archive}{}\n`],
    ["invalid", "with its end twice", (archive) => archive + (archive.split("\n").at(-2) ?? "") + "\n"],
    ["invalid", "that is a training file", () => '{"text":"a"}\n'],
    ["invalid", "that is no JSON", () => "hello\n"],
    [
      "invalid",
      "of another version",
      (archive) =>
        forged(
          archive,
          edit(
            ({ type }) => type === "archive",
            (line) => ({ ...line, version: 2 }),
          ),
        ),
    ],
    [
      "invalid",
      "with an unknown key",
      (archive) =>
        forged(
          archive,
          edit(isDocument, (line) => ({ ...line, project: 1 })),
        ),
    ],
    [
      "invalid",
      "whose text is another",
      (archive) =>
        forged(
          archive,
          edit(isDocument, (line) => ({ ...line, text: "Another." })),
        ),
    ],
    [
      "invalid",
      "with NUL in a title",
      (archive) =>
        forged(
          archive,
          edit(isDocument, (line) => ({ ...line, title: "\0" })),
        ),
    ],
    [
      "invalid",
      "with an operation missing",
      (archive) =>
        forged(
          archive,
          edit(isOperation(2), () => null),
        ),
    ],
    [
      "invalid",
      "with a log missing",
      (archive) =>
        forged(
          archive,
          edit(
            ({ type }) => type === "operation",
            () => null,
          ),
        ),
    ],
    [
      "invalid",
      "whose log leads elsewhere",
      (archive) =>
        forged(
          archive,
          edit(
            ({ type }) => type === "set",
            (line) => ({ ...line, state: "accepted" }),
          ),
        ),
    ],
    [
      "invalid",
      "with an unknown person",
      (archive) =>
        forged(
          archive,
          edit(isOperation(1), (line) => ({ ...line, actor: "u99" })),
        ),
    ],
    [
      "invalid",
      "with a guideline after an operation",
      (archive) =>
        forged(
          archive.replace(/(\{"type":"guideline[^\n]*\n)([^]*)(\{"type":"end)/, "$2$1$3"),
          (line) => line,
        ),
    ],
    [
      "invalid",
      "whose annotation quotes what is not there",
      (archive) =>
        forged(archive, (line) => line.replaceAll('"quote":"backs a car ban"', '"quote":"backs a bus ban"')),
    ],
    [
      "foreign_reference",
      "with a label that no schema has",
      (archive) =>
        forged(archive, (line) =>
          line.startsWith('{"type":"operation')
            ? line.replaceAll('"actor"', '"villain"').replaceAll('"villain":', '"actor":')
            : line,
        ),
    ],
    [
      "foreign_reference",
      "with a set of no document",
      (archive) =>
        forged(
          archive,
          edit(
            ({ type }) => type === "set",
            (line) => ({ ...line, document: newId() }),
          ),
        ),
    ],
  ])("is answered with %s when it is %s, and changes nothing", async (code, _, damage) => {
    const { projectId } = await aLivedInProject();
    const copy = await world.project();
    const before = await archiveOf(copy);
    expect(await codeOf(bring(damage(await archiveOf(projectId)), copy))).toBe(code);
    expect(await archiveOf(copy)).toBe(before);
  });
});
