import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import type { Context } from "../context";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { backUp } from "./back-up";
import { restore } from "./restore";
import { verifyInstallation } from "./verify";

/** What COPY's text form has to escape, and what an encoding could lose. */
const AWKWARD_TEXTS = [
  "\\.\n\\N\t\\\\",
  "first\r\nsecond\u2028third\u0085",
  "👨‍👩‍👧‍👦 e\u0301 שלום \ufeff",
  "\u0001\b\v\u007f",
];

const folder = await mkdtemp(join(tmpdir(), "triptych-backup-"));
afterAll(() => rm(folder, { recursive: true }));

const operator = (db: Database): Context => ({
  ...contextOf(db, OPERATOR),
  now: () => new Date("2026-11-22T12:00:00Z"),
});

async function aWorkingInstallation(): Promise<Database> {
  const db = await testDatabase();
  const world = worldOf(db);
  const projectId = await world.project();
  const ana = await world.member(projectId, "annotator", "Ana\tBackslash\\N\n");
  for (const text of AWKWARD_TEXTS) await world.document(projectId, text);
  const documentId = await world.document(projectId, BICYCLE);
  const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
  const operations = [
    op.create(newId<"annotation">(), "actor", 0, 10),
    op.create(newId<"annotation">(), "claim", 13, 28),
  ];
  await applyOperations(contextOf(db, ana), { projectId, setId: set.id, operations });
  return db;
}

let made = 0;
async function backUpOf(db: Database): Promise<string> {
  const target = join(folder, `backup-${(made += 1)}`);
  await backUp(operator(db), { folder: target, appVersion: "0.1.0" });
  return target;
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

async function everyRow(db: Database): Promise<Readonly<Record<string, string>>> {
  const target = await backUpOf(db);
  const { tables } = JSON.parse(await readFile(join(target, "manifest.json"), "utf8")) as {
    readonly tables: readonly { readonly name: string; readonly sha256: string; readonly rows: number }[];
  };
  return Object.fromEntries(tables.map(({ name, sha256, rows }) => [name, `${rows} ${sha256}`]));
}

describe("a backup", () => {
  it("restores into an empty database every row as it was, but for a new epoch, and verifies", async () => {
    const original = await aWorkingInstallation();
    const target = await backUpOf(original);
    const copy = await testDatabase();
    await restore(operator(copy), { folder: target });

    const { installation: epochBefore, ...before } = await everyRow(original);
    const { installation: epochAfter, ...after } = await everyRow(copy);
    expect(after).toEqual(before);
    expect(epochAfter).not.toBe(epochBefore);
    const report = await verifyInstallation(operator(copy));
    expect(report).toMatchObject({
      documents: AWKWARD_TEXTS.length + 1,
      sets: 1,
      operations: 2,
      problems: [],
    });
  });

  it("is refused when one byte of it has changed, and nothing is written", async () => {
    const target = await backUpOf(await aWorkingInstallation());
    const file = join(target, "document.copy.gz");
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    await writeFile(file, bytes);

    const copy = await testDatabase();
    expect(await codeOf(restore(operator(copy), { folder: target }))).toBe("corrupt");
    expect(await copy.prisma.user.count()).toBe(0);
  });

  it("is refused when a file of it, or its manifest, is missing", async () => {
    const target = await backUpOf(await aWorkingInstallation());
    const copy = await testDatabase();
    await rm(join(target, "operation.copy.gz"));
    expect(await codeOf(restore(operator(copy), { folder: target }))).toBe("corrupt");
    await rm(join(target, "manifest.json"));
    expect(await codeOf(restore(operator(copy), { folder: target }))).toBe("corrupt");
  });

  it("is refused by a database that holds anything", async () => {
    const db = await aWorkingInstallation();
    expect(await codeOf(restore(operator(db), { folder: await backUpOf(db) }))).toBe("not_empty");
  });

  it("never takes the place of what is there", async () => {
    const db = await testDatabase();
    const target = await backUpOf(db);
    const before = await readdir(target);
    expect(await codeOf(backUp(operator(db), { folder: target, appVersion: "0.1.0" }))).toBe(
      "already_exists",
    );
    expect(await readdir(target)).toEqual(before);
  });

  it("is an administrator's to make and to restore", async () => {
    const db = await testDatabase();
    const ctx = { ...operator(db), actor: { ...OPERATOR, isAdmin: false } };
    expect(await codeOf(backUp(ctx, { folder: join(folder, "denied"), appVersion: "0.1.0" }))).toBe(
      "forbidden",
    );
    expect(await codeOf(restore(ctx, { folder }))).toBe("forbidden");
  });
});
