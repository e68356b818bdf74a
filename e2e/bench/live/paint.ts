import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { browserOptions } from "../../../.config/browser";
import { sessionCookieName, signSession } from "@/lib/server/session-token";
import { newId, worldOf } from "@/lib/testing/world";
import { SECRET } from "../../fixtures/app-server";
import { percentile, type Figure } from "../figure";
import { saveByHttp, type Writer } from "../save";
import { aRoom, listen, type Measured, type Room } from "./installation";

const ACTS = 60;

/** From the moment one person's act leaves until another's browser has painted it, among readers without a browser. */
export async function actsToPaint(measured: Measured): Promise<readonly Figure[]> {
  const { app, agent } = measured;
  const browser = await chromium.launch(browserOptions());
  const figures: Figure[] = [];
  try {
    for (const count of [2, 10, 50]) {
      const room = await aRoom(measured);
      const others = await listen(measured, room, count - 1);
      const page = await aReader(
        measured,
        room,
        await browser.newPage({ viewport: { width: 1440, height: 900 } }),
      );
      const writer: Writer = { ...room, seq: 0 };
      const times: number[] = [];
      for (let act = 1; act <= ACTS; act++) {
        const began = performance.timeOrigin + performance.now();
        await saveByHttp(app.url, agent, writer);
        times.push((await paintOf(page, act)) - began);
        await wait(60);
      }
      await page.close();
      for (const other of others) other.close();
      const figure = (share: number, name: string): Figure => ({
        what: `act to another's paint, ${count} readers, ${name}`,
        ours: percentile(times, share),
        baseline: null,
        unit: "ms",
        aim: count === 50 && share === 0.95 ? "at most 250 ms" : "",
      });
      figures.push(figure(0.5, "p50"), figure(0.95, "p95"));
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** Somebody who has the article open, on a page that notes when each annotation more is on the screen. */
async function aReader({ app, db }: Measured, { projectId, documentId }: Room, page: Page): Promise<Page> {
  const userId = await worldOf(db).member(projectId, "annotator");
  const value = await signSession({ userId, version: 1, sessionId: newId() }, SECRET);
  await page.context().addCookies([{ name: sessionCookieName(new URL(app.url)), value, url: app.url }]);
  await page.goto(`${app.url}/projects/${projectId}/documents/${documentId}/annotate`);
  await page.getByTestId("annotation-count").waitFor();
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    // No function has a name here: what tsx adds to named ones does not exist in the page.
    new MutationObserver(() => {
      const count = Number(document.querySelector("[data-testid=annotation-count]")?.textContent);
      // The frame in which the change is drawn; the message comes when it has been.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (painted[count] ??= performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return page;
}

/** When the page had painted `count` annotations, or more that came with them. */
async function paintOf(page: Page, count: number): Promise<number> {
  const painted = await page.waitForFunction(
    (wanted) =>
      (window as unknown as { readonly painted: readonly number[] }).painted.slice(wanted).find(Boolean),
    count,
    { polling: 5 },
  );
  return (await painted.jsonValue()) ?? Number.NaN;
}
