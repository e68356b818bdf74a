import { describe, expect, it } from "vitest";
import { SchemaBody } from "@/lib/contracts/schema";
import { presetSchema } from "@/lib/core/schema/preset";
import type { Schema } from "@/lib/core/schema/schema";
import { schemaAt } from "@/lib/db/schema-repository";
import { codeOf } from "@/lib/testing/code-of";
import { faultsOf } from "@/lib/testing/faults-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { readSchema } from "./read-schema";
import { writeSchema } from "./write-schema";

const db = await testDatabase();
const world = worldOf(db);
const preset = presetSchema("claim-actor-stance");
const cue = {
  key: "cue",
  name: "Cue",
  color: "slate",
  hotkey: "4",
  description: "",
  archived: false,
  attributes: [],
} as const;

async function aProject() {
  const projectId = await world.project();
  return { projectId, ctx: contextOf(db, await world.member(projectId, "manager")) };
}

describe("writeSchema", () => {
  it("makes the next version, keeps the one before, and knows the new keys", async () => {
    const { projectId, ctx } = await aProject();
    const written = await writeSchema(ctx, {
      projectId,
      basedOn: 1,
      schema: { ...preset, labels: [...preset.labels, cue] },
    });
    expect(written).toEqual({ ...preset, version: 2, labels: [...preset.labels, cue] });
    expect(await readSchema(ctx, { projectId })).toEqual(written);
    expect(await schemaAt(db.prisma, projectId, 1)).toEqual(preset);
    const keys = await db.prisma.label.findMany({
      where: { projectId },
      select: { key: true },
      orderBy: { key: "asc" },
    });
    expect(keys.map(({ key }) => key)).toEqual(["actor", "claim", "cue", "stance"]);
  });

  it("wants to know which version was changed", async () => {
    const { projectId, ctx } = await aProject();
    expect(await codeOf(writeSchema(ctx, { projectId, basedOn: null, schema: preset }))).toBe(
      "version_required",
    );
    expect(await codeOf(writeSchema(ctx, { projectId, basedOn: 0, schema: preset }))).toBe("stale_version");
    expect(await codeOf(writeSchema(ctx, { projectId, basedOn: 2, schema: preset }))).toBe("stale_version");
    expect((await readSchema(ctx, { projectId })).version).toBe(1);
  });

  it("lets one of two win who change the same version at once", async () => {
    const { projectId, ctx } = await aProject();
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => codeOf(writeSchema(ctx, { projectId, basedOn: 1, schema: preset }))),
    );
    expect(results.toSorted()).toEqual(["done", "stale_version", "stale_version", "stale_version"]);
    expect((await readSchema(ctx, { projectId })).version).toBe(2);
  });

  it("takes the schema back as it was read, version and all", async () => {
    const { projectId, ctx } = await aProject();
    const schema = SchemaBody.parse(await readSchema(ctx, { projectId }));
    expect(await writeSchema(ctx, { projectId, basedOn: 1, schema })).toEqual({ ...preset, version: 2 });
  });

  it("refuses what contradicts itself or takes something away, and stores nothing", async () => {
    const { projectId, ctx } = await aProject();
    const write = (schema: Schema) => faultsOf(writeSchema(ctx, { projectId, basedOn: 1, schema }));
    expect(await write({ ...preset, labels: preset.labels.slice(0, 2), relationTypes: [] })).toBe(
      "invalid labels removed relationTypes removed relationTypes removed relationTypes removed relationTypes removed relationTypes removed",
    );
    expect(await write({ ...preset, labels: [...preset.labels, { ...cue, hotkey: "1" }] })).toBe(
      "invalid labels[3].hotkey duplicate_hotkey",
    );
    expect((await readSchema(ctx, { projectId })).version).toBe(1);
  });

  it("finds two labels whose names look the same in conflict", async () => {
    const { projectId, ctx } = await aProject();
    const schema = { ...preset, labels: [...preset.labels, { ...cue, name: "Ｃｌａｉｍ" }] };
    expect(await faultsOf(writeSchema(ctx, { projectId, basedOn: 1, schema }))).toBe(
      "already_exists labels[3].name duplicate_name",
    );
  });
});
