import { test as base, type Page } from "@playwright/test";
import { createViteServer } from "vitest/node";
import type { MountOptions, PlainAnnotation, Report } from "./mount";

const root = new URL("../..", import.meta.url).pathname;

/** The surface on a bare page, under the Content-Security-Policy of the app. */
export class SurfacePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async mount(text: string, options: MountOptions = {}, annotations: readonly PlainAnnotation[] = []): Promise<void> {
    await this.page.evaluate(
      ([string, given, list]) => {
        window.article.mount(string, given);
        window.article.annotate(list);
      },
      [text, options, annotations] as const,
    );
  }

  /** What the surface reported since it was mounted. */
  reports(): Promise<readonly Report[]> {
    return this.page.evaluate(() => [...window.article.reports]);
  }

  /** The middle of the character at a code point, and its box, in the window. */
  charBox(offset: number): Promise<{ x: number; y: number; top: number; bottom: number; left: number; right: number }> {
    return this.page.evaluate((at) => {
      const { surface, text } = window.article;
      const start = text.toCodePoint(text.toUtf16(at as never));
      const [box] = surface.rangeOf({ start, end: (at + 1) as never }).getClientRects();
      if (box === undefined) throw new Error(`no character at ${at}`);
      const { left, right, top, bottom } = box;
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    }, offset);
  }
}

interface Server {
  readonly url: string;
}

export const test = base.extend<{ surface: SurfacePage }, { server: Server }>({
  server: [
    // Playwright reads which fixtures are wanted off the first argument's pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await createViteServer({
        root,
        configFile: false,
        logLevel: "error",
        appType: "mpa",
        cacheDir: "node_modules/.cache/surface-e2e",
        resolve: { alias: { "@": root.replace(/\/$/, "") } },
        server: { host: "127.0.0.1", port: 0, hmr: false, watch: null, ws: false },
        optimizeDeps: { noDiscovery: true },
      });
      await server.listen();
      const address = server.httpServer?.address();
      if (address === null || address === undefined || typeof address === "string") throw new Error("no port");
      await use({ url: `http://127.0.0.1:${address.port}` });
      await server.close();
    },
    { scope: "worker" },
  ],
  surface: async ({ page, server }, use) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
    });
    page.on("pageerror", (error) => refused.push(error.message));
    await page.goto(`${server.url}/e2e/surface/page.html`);
    await page.waitForFunction(() => "article" in window);
    await use(new SurfacePage(page));
    if (refused.length > 0) throw new Error(refused.join("\n"));
  },
});

export { expect } from "@playwright/test";
