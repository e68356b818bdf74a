import { describe, expect, it } from "vitest";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { readGuideline } from "./read-guideline";
import { writeGuideline } from "./write-guideline";

const db = await testDatabase();
const world = worldOf(db);

describe("writeGuideline", () => {
  it("makes the next version and stores the text as it is", async () => {
    const projectId = await world.project();
    const ctx = contextOf(db, await world.member(projectId, "manager"));
    const markdown = "# Rules\r\n\r\n<script>alert(1)</script> 🚲 \u202e";
    expect(await writeGuideline(ctx, { projectId, basedOn: 1, markdown })).toEqual({ version: 2, markdown });
    expect(await readGuideline(ctx, { projectId })).toEqual({ version: 2, markdown });
  });

  it("lets nobody overwrite what they have not read", async () => {
    const projectId = await world.project();
    const ctx = contextOf(db, await world.member(projectId, "manager"));
    expect(await codeOf(writeGuideline(ctx, { projectId, basedOn: null, markdown: "x" }))).toBe(
      "version_required",
    );
    const results = await Promise.all(
      ["a", "b", "c"].map((markdown) => codeOf(writeGuideline(ctx, { projectId, basedOn: 1, markdown }))),
    );
    expect(results.toSorted()).toEqual(["done", "stale_version", "stale_version"]);
  });
});
