import { expect, test } from "@playwright/test";
import { connect } from "@/lib/db/client";
import { sessionCookieName, signSession } from "@/lib/server/session-token";
import { startTemporaryServer } from "@/lib/testing/temporary-server";
import { newId, worldOf } from "@/lib/testing/world";
import { SECRET } from "../fixtures/app-server";
import { relayTo } from "../fixtures/relay";
import { expectAccessible } from "../fixtures/test";
import { aTerminal } from "./terminal";

const READY = /ready at (http:\/\/127\.0\.0\.1:\d+\/)[\s\S]*Stop it with Ctrl-C/;
/** What tells of the inside: programs, addresses, statements, places in the code. */
const INSIDE = /prisma|postgres|ECONN|P1001|127\.0\.0\.1:|select |node_modules|\bat \w+ \(|\/lib\//i;

test("while the database is away, pages say so without a word of the inside, and come back by themselves", async ({
  context,
  page,
}) => {
  const database = await startTemporaryServer();
  const relay = await relayTo(database.url);
  const terminal = await aTerminal({ DATABASE_URL: relay.url, NEXTAUTH_SECRET: SECRET });
  const db = connect(database.url, { maxConnections: 2 });
  try {
    const [, address = ""] = await terminal.type("start").says(READY);
    const userId = await worldOf(db).person("Ana Ruiz");
    const value = await signSession({ userId, version: 1, sessionId: newId() }, SECRET);
    await context.addCookies([{ name: sessionCookieName(new URL(address)), value, url: address }]);
    await page.goto(`${address}projects`);
    await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();

    await relay.cut();
    for (const path of ["projects", "settings", "projects/new", `projects/${newId()}/documents`]) {
      const answer = await page.goto(`${address}${path}`);
      expect([path, answer?.status()]).toEqual([path, 500]);
      expect((await answer?.text()) ?? "").not.toMatch(INSIDE);
      await expect(page.getByText("Nothing you did is lost.")).toBeVisible();
      expect(await page.locator("body").innerText()).not.toMatch(INSIDE);
    }
    await page.goto(`${address}projects`);
    await expectAccessible(page);
    for (const path of ["readyz", "api/v1/projects"]) {
      const answer = await page.request.get(`${address}${path}`);
      expect([path, answer.status(), answer.headers()["retry-after"]]).toEqual([path, 503, "2"]);
      expect(await answer.text()).not.toMatch(INSIDE);
    }

    await relay.mend();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();
    expect((await page.request.get(`${address}readyz`)).status()).toBe(200);
  } finally {
    await db.close();
    await terminal.close();
    await relay.cut().catch(() => undefined);
    await database.stop();
  }
});
