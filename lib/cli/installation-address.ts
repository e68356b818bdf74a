import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/server/env";
import { openDataFolder } from "@/lib/server/postgres/data-folder";
import { dataFolder } from "./checkout";

const FILE = "address.txt";

/** Remembers under which address the server was last started, for links that commands print. */
export async function noteAddress(address: URL): Promise<void> {
  await writeFile(join(await openDataFolder(dataFolder()), FILE), `${address.href}\n`);
}

/** The address that people use: the one that is set, else that of the last start, else what a start would take. */
export async function installationAddress(): Promise<URL> {
  const { url, host, port } = env();
  if (url !== null) return url;
  const noted = await readFile(join(dataFolder(), FILE), "utf8").catch(() => "");
  return new URL(noted.trim() === "" ? `http://${host}:${port ?? 3000}` : noted.trim());
}
