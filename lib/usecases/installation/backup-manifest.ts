import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";

const FORMAT = "triptych-backup-1";
const FILE = "manifest.json";

const BackupManifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  appVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** What the database had been brought to; a restore begins from the same. */
  migrations: z.array(z.string().regex(/^[\w-]+$/)),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string().regex(/^[\w-]+\.copy\.gz$/),
      rows: z.int().min(0),
      /** Of the file as it lies there, so that `sha256sum` can check it too. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What a backup holds. */
export type BackupManifest = z.output<typeof BackupManifestSchema>;
export type BackupTable = BackupManifest["tables"][number];

/** Goes last: a folder without a manifest is no backup. */
export async function writeManifest(
  folder: string,
  contents: Omit<BackupManifest, "format">,
): Promise<BackupManifest> {
  const manifest: BackupManifest = { format: FORMAT, ...contents };
  await writeFile(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

/** @throws AppError `corrupt` when the folder holds no backup that this version can read. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, FILE);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null)
    throw new AppError("corrupt", { detail: `${folder} holds no backup: ${FILE} is missing.` });
  try {
    return BackupManifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    const detail = `${path} cannot be read: it is damaged, or a newer version of Triptych wrote it.`;
    throw new AppError("corrupt", { detail, cause });
  }
}
