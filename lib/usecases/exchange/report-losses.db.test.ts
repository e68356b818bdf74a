import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { describe, expect, it } from "vitest";
import { ExportQuery, type LossReport } from "@/lib/contracts/exchange";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { exportProject, type ExportFile } from "./export-project";
import { countLosses, listLosses } from "./report-losses";

const db = await testDatabase();
const world = worldOf(db);

type Asked = Readonly<Record<string, string>>;

async function bytesOf({ bytes }: ExportFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A project in which Ana has marked the bicycle: two actors, a claim, and a link. */
async function aDesk() {
  const projectId = await world.project();
  const ana = await world.member(projectId, "annotator", "Ana");
  const manager = await world.member(projectId, "manager");
  const documentId = await world.document(projectId, BICYCLE, "afp-77");
  const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
  const [mayor, greens, claim] = [newId<"annotation">(), newId<"annotation">(), newId<"annotation">()];
  const operations = [
    op.create(mayor, "actor", 0, 10, { actor_type: "person" }),
    op.create(claim, "claim", 13, 28),
    op.create(greens, "actor", 34, 45),
    op.link(newId<"relation">(), "made_by", claim, mayor),
  ].map((operation) => ({ ...operation, id: newId<"operation">() }));
  await applyOperations(contextOf(db, ana), { projectId, setId: set.id, operations });
  return { projectId, ana, manager, mayor };
}

const inputOf = (projectId: ProjectId, asked: Asked) => ({ projectId, ...ExportQuery.parse(asked) });
const counted = (projectId: ProjectId, by: UserId, asked: Asked): Promise<LossReport> =>
  countLosses(contextOf(db, by), inputOf(projectId, asked));

describe("the loss report", () => {
  it("counts what a format cannot hold, and lists it with document, annotator and reason", async () => {
    const { projectId, manager, mayor } = await aDesk();
    const report = await counted(projectId, manager, { format: "doccano" });
    expect(report).toMatchObject({
      format: "doccano",
      rows: 1,
      annotations: 3,
      relations: 1,
      losses: [
        { kind: "attribute", count: 1 },
        { kind: "relation", count: 1 },
      ],
    });
    expect(report.listed[0]).toMatchObject({
      externalId: "afp-77",
      annotator: "Ana",
      annotation: mayor,
      kind: "attribute",
      reason: "actor_type = person",
    });
    const list = (
      await bytesOf(await listLosses(contextOf(db, manager), inputOf(projectId, { format: "doccano" })))
    ).toString();
    expect(list.trimEnd().split("\r\n")).toHaveLength(3);
    expect(list).toContain(`afp-77,Ana,${mayor},attribute,actor_type = person`);
  });

  it("says that nothing is lost where nothing is", async () => {
    const { projectId, manager } = await aDesk();
    for (const format of ["jsonl", "spacy", "prodigy", "archive"]) {
      const report = await counted(projectId, manager, { format });
      expect([report.annotations, report.relations, report.losses]).toEqual([3, 1, []]);
    }
  });

  it("counts only what the caller may see, and is closed to strangers", async () => {
    const { projectId } = await aDesk();
    const ben = await world.member(projectId, "annotator", "Ben");
    expect((await counted(projectId, ben, { format: "doccano" })).rows).toBe(0);
    expect(await codeOf(counted(projectId, await world.person(), { format: "doccano" }))).toBe("not_found");
    expect(await codeOf(counted(projectId, ben, { format: "archive" }))).toBe("forbidden");
  });
});

describe("an export of several files", () => {
  it("is a zip with the files of the format and the report", async () => {
    const { projectId, manager } = await aDesk();
    const file = await exportProject(contextOf(db, manager), inputOf(projectId, { format: "brat" }));
    expect([file.name, file.type]).toEqual(["triptych-brat.zip", "application/zip"]);
    const entries = await new ZipReader(new Uint8ArrayReader(await bytesOf(file))).getEntries();
    const files = new Map<string, string>();
    for (const entry of entries)
      if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
    expect([...files.keys()]).toEqual([
      "annotation.conf",
      "Ana/afp-77.txt",
      "Ana/afp-77.ann",
      "loss-report.json",
    ]);
    expect(files.get("Ana/afp-77.txt")).toBe(BICYCLE);
    expect(files.get("Ana/afp-77.ann")?.split("\n").slice(0, 3)).toEqual([
      "T1\tactor 0 10\tMayor Ruiz",
      "A1\tactor_type T1 person",
      "T2\tclaim 13 28\tbacks a car ban",
    ]);
    expect(JSON.parse(files.get("loss-report.json") ?? "")).toMatchObject({ annotations: 3, relations: 1 });
  });
});
