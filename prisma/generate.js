// Makes the Prisma client in lib/db/generated. Plain JavaScript, because it runs before any TypeScript can.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const checkout = dirname(here);
const generated = join(checkout, "lib", "db", "generated");
const stampName = "stamp.txt";

/**
 * Generates the client if schema.prisma or Prisma itself has changed since the last time.
 * The new client is made beside the old one and moved in place, so that a second process that starts at
 * the same moment never reads half of it.
 * @returns {Promise<boolean>} whether anything had to be made
 */
export async function generateClient() {
  const schema = await readFile(join(here, "schema.prisma"), "utf8");
  const prismaPackage = createRequire(import.meta.url).resolve("prisma/package.json");
  const prisma = JSON.parse(await readFile(prismaPackage, "utf8"));
  const stamp = createHash("sha256").update(`${prisma.version}\n${schema}`).digest("hex");
  if ((await readFile(join(generated, stampName), "utf8").catch(() => "")) === stamp) return false;

  const workshop = join(checkout, "lib", "db", `generated.${process.pid}`);
  const output = join(workshop, "new");
  try {
    await mkdir(workshop, { recursive: true });
    const copy = join(workshop, "schema.prisma");
    await writeFile(copy, withOutput(schema, `./${relative(workshop, output)}`));
    await runPrisma([
      join(dirname(prismaPackage), prisma.bin.prisma),
      "generate",
      "--no-hints",
      "--schema",
      copy,
    ]);
    await writeFile(join(output, stampName), stamp);
    await replaceGenerated(output, join(workshop, "old"));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return true;
}

/**
 * @param {string} schema
 * @param {string} output
 */
function withOutput(schema, output) {
  const changed = schema.replace(/^(\s*output\s*=\s*)"[^"]*"/m, `$1"${output}"`);
  if (changed === schema) throw new RangeError("schema.prisma names no output for its generator");
  return changed;
}

/**
 * Prisma wants to download a native schema engine before it generates, but then uses none: any existing
 * program satisfies it. The variable is set for this one command, because `prisma migrate` silently does
 * nothing when it is set.
 * @param {readonly string[]} command
 */
async function runPrisma(command) {
  const environment = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
  };
  await promisify(execFile)(process.execPath, command, { cwd: checkout, env: environment });
}

/**
 * @param {string} fresh
 * @param {string} discarded
 */
async function replaceGenerated(fresh, discarded) {
  await rename(generated, discarded).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(fresh, generated).catch((error) => {
    // Another process was faster; what it made is the same.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClient();
