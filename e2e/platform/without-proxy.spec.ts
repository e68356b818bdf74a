import { constants } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { connect } from "@/lib/db/client";
import { sessionCookieName, signSession } from "@/lib/server/session-token";
import { newId } from "@/lib/testing/world";
import { SECRET, startApp } from "../fixtures/app-server";
import { aHouse } from "../fixtures/closed-doors";
import { DISGUISES } from "../fixtures/disguises";
import { ask } from "../fixtures/raw-request";

const BUILD = ".next";
const WITHOUT = ".next-without-proxy";
/** Where Next looks up whether there is a proxy. */
const FUNCTIONS = join("server", "functions-config-manifest.json");

/** The app as it was built, but for its proxy: as cheap as copying files, and as true as building without the file. */
async function buildWithoutProxy(): Promise<void> {
  const isNeeded = (path: string) =>
    !path.startsWith(join(BUILD, "cache")) && !path.startsWith(join(BUILD, "dev"));
  await cp(BUILD, WITHOUT, { recursive: true, filter: isNeeded, mode: constants.COPYFILE_FICLONE });
  const manifest = JSON.parse(await readFile(join(BUILD, FUNCTIONS), "utf8")) as {
    functions: Record<string, unknown>;
  };
  const { "/_middleware": proxy, ...functions } = manifest.functions;
  expect(proxy).toBeDefined();
  await writeFile(join(WITHOUT, FUNCTIONS), JSON.stringify({ ...manifest, functions }));
}

test("no authority lies in proxy.ts: without it every door stays closed", async () => {
  await buildWithoutProxy();
  const app = await startApp({ variables: { NEXT_DIST_DIR: WITHOUT } });
  const db = connect(app.databaseUrl, { maxConnections: 2 });
  try {
    expect((await ask(app.url, "/sign-in")).headers).not.toHaveProperty("content-security-policy");
    const name = sessionCookieName(new URL(app.url));
    const house = await aHouse({
      url: app.url,
      db,
      cookieOf: async (userId) =>
        `${name}=${await signSession({ userId, version: 1, sessionId: newId() }, SECRET)}`,
    });
    await house.isOpenToMembers();
    for (const disguise of DISGUISES) await house.isClosedTo(disguise);
    for (const path of ["/api/v1/me", "/api/v1/projects"])
      expect((await ask(app.url, path)).status).toBe(401);
  } finally {
    await db.close();
    await app.stop();
    for (const made of [WITHOUT, `${WITHOUT}.tsconfig.json`])
      await rm(made, { recursive: true, force: true });
  }
});
