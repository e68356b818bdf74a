import { generateClient } from "@/prisma/generate.js";
import { tableOf, type Figure } from "./figure";

/** The database is asked for only once its client has been made. */
const BENCHES = {
  import: async () =>
    (await import("./on-database")).onDatabase(async (db) => (await import("./import")).benchImport(db)),
  "import-large": async () =>
    (await import("./on-database")).onDatabase(async (db) => (await import("./import")).benchLargeImport(db)),
  export: async () =>
    (await import("./on-database")).onDatabase(async (db) => (await import("./export")).benchExport(db)),
  list: async () =>
    (await import("./on-database")).onDatabase(async (db) => (await import("./list")).benchList(db)),
  agreement: async () => (await import("./agreement")).benchAgreement(),
  save: async () => (await import("./save")).benchSave(),
  review: async () => (await import("./review")).benchReview(),
  live: async () => (await import("./live")).benchLive(),
  soak: async () => (await import("./live/soak")).benchSoak(),
} as const satisfies Record<string, () => Promise<readonly Figure[]>>;

type Name = keyof typeof BENCHES;
const isName = (name: string): name is Name => name in BENCHES;

/** `npm run bench`, or `npm run bench -- import export` for some of it. Measures; passes no judgement. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !isName(name));
  if (unknown !== undefined)
    throw new Error(`There is no bench "${unknown}". There are ${Object.keys(BENCHES).join(", ")}.`);
  await generateClient();
  for (const name of asked.length === 0 ? (Object.keys(BENCHES) as Name[]) : asked.filter(isName)) {
    process.stdout.write(`\n${name}: measuring …\n`);
    const figures = await BENCHES[name]();
    process.stdout.write(`${tableOf(figures)}\n`);
  }
}

await main(process.argv.slice(2));
