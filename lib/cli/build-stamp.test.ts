import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildStamp } from "./build-stamp";

const checkout = await mkdtemp(join(tmpdir(), "triptych-stamp-"));
afterAll(() => rm(checkout, { recursive: true }));
for (const folder of ["app", "components", "lib/cli", "lib/client", "lib/core", "public", "prisma"]) {
  await mkdir(join(checkout, folder), { recursive: true });
}
const put = (path: string, text: string) => writeFile(join(checkout, path), text);
await put("app/page.tsx", "1");

describe("buildStamp", () => {
  it("stays while nothing changes that the app is made of", async () => {
    const before = await buildStamp(checkout);
    await put("lib/core/span.test.ts", "a test");
    await put("lib/cli/main.ts", "a command");
    await put("README.md", "words");
    await put(".next-development.tsconfig.json", "{}");
    expect(await buildStamp(checkout)).toBe(before);
  });

  it.each([
    "app/page.tsx",
    "lib/core/span.ts",
    "lib/client/session.ts",
    "prisma/schema.prisma",
    "package-lock.json",
    "next.config.js",
  ])("changes with %s", async (path) => {
    const before = await buildStamp(checkout);
    await put(path, "2");
    expect(await buildStamp(checkout)).not.toBe(before);
  });

  it("changes when a file goes by another name", async () => {
    const before = await buildStamp(checkout);
    await rm(join(checkout, "app/page.tsx"));
    await put("app/home.tsx", "2");
    expect(await buildStamp(checkout)).not.toBe(before);
  });
});
