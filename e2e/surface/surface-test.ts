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

  async mount(
    text: string,
    options: MountOptions = {},
    annotations: readonly PlainAnnotation[] = [],
  ): Promise<void> {
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

  /**
   * A point on the character at a code point, and its box, in the window. Not the very middle: Chromium selects
   * nothing in a drag that begins on the line between two caret places.
   */
  charBox(
    offset: number,
  ): Promise<{ x: number; y: number; top: number; bottom: number; left: number; right: number }> {
    return this.page.evaluate((at) => {
      const { surface, text } = window.article;
      const start = text.toCodePoint(text.toUtf16(at as never));
      const [box] = surface.rangeOf({ start, end: (at + 1) as never }).getClientRects();
      if (box === undefined) throw new Error(`no character at ${at}`);
      const { left, right, top, bottom } = box;
      return {
        left,
        right,
        top,
        bottom,
        x: Math.round(left + (right - left) / 3),
        y: Math.round((top + bottom) / 2),
      };
    }, offset);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up();
  }

  /** A single click, however soon after another one. */
  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y, { clickCount: 1 });
  }

  /** Selects as the browser does for a finger, its own caret or a screen reader. */
  selectNatively(start: number, end: number): Promise<void> {
    return this.page.evaluate(
      ([from, to]) => {
        const { surface, annotation } = window.article;
        const range = surface.rangeOf(annotation({ id: "", label: "", start: from, end: to }));
        document
          .getSelection()
          ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      },
      [start, end] as const,
    );
  }

  annotate(annotations: readonly PlainAnnotation[]): Promise<void> {
    return this.page.evaluate((list) => window.article.annotate(list), annotations);
  }

  async selections(): Promise<readonly (readonly [number | null, number | null])[]> {
    return (await this.reports()).flatMap((report) =>
      report[0] === "select" ? [[report[1], report[2]] as const] : [],
    );
  }

  async hits(): Promise<readonly (readonly string[])[]> {
    return (await this.reports()).flatMap((report) => (report[0] === "hit" ? [report[1]] : []));
  }

  async hovers(): Promise<readonly (string | null)[]> {
    return (await this.reports()).flatMap((report) => (report[0] === "hover" ? [report[1]] : []));
  }

  /** Resolves when a selection made before has rested long enough to have been reported. */
  rested(): Promise<void> {
    return this.page.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 250)));
  }

  /** From the lower edge of a character's box up to the baseline. */
  descent(): Promise<number> {
    return this.page.evaluate(() => {
      const row = document.querySelector("#article p");
      if (row === null) throw new Error("no row");
      const probe = row.appendChild(document.createElement("span"));
      probe.style.display = "inline-block";
      const range = document.createRange();
      range.selectNodeContents(row.firstChild ?? row);
      const bottom = probe.getBoundingClientRect().bottom;
      probe.remove();
      const boxes = [...range.getClientRects()];
      const line = boxes.find((box) => box.bottom >= bottom && box.top < bottom) ?? boxes.at(-1);
      return (line?.bottom ?? bottom) - bottom;
    });
  }

  /** The text under highlights whose name ends so, in order. */
  painted(name: string): Promise<string> {
    return this.page.evaluate((ending) => {
      const ranges = [...CSS.highlights].flatMap(([key, highlight]) =>
        key.endsWith(`-${ending}`) ? [...highlight] : [],
      );
      return ranges
        .map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? "").slice(startOffset, endOffset),
        )
        .join("|");
    }, name);
  }

  /** Whether anything is painted at the start of an annotation. */
  isPainted(id: string): Promise<boolean> {
    return this.page.evaluate((of) => {
      const box = window.article.surface.rectOf(of);
      if (box === null) return false;
      return [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .some(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const { top, left } = range.getBoundingClientRect();
          return top === box.top && left === box.left;
        });
    }, id);
  }

  /** The share of coloured pixels on the screen from one character to another of the same line. */
  async colours(from: number, to: number): Promise<number> {
    const first = await this.charBox(from);
    const last = await this.charBox(to - 1);
    const clip = {
      x: first.left,
      y: first.top,
      width: last.right - first.left,
      height: first.bottom - first.top,
    };
    const picture = await this.page.screenshot({ clip });
    return this.page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        if (context === null) throw new Error("no canvas");
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        let coloured = 0;
        for (let pixel = 0; pixel < data.length; pixel += 4) {
          const channels = data.slice(pixel, pixel + 3);
          if (Math.max(...channels) - Math.min(...channels) > 12) coloured++;
        }
        return (coloured * 4) / data.length;
      },
      [...picture],
    );
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Server {
  readonly url: string;
}

export const test = base.extend<{ surface: SurfacePage }, { server: Server }>({
  /** The specs count on a window of this height. */
  viewport: { width: 1280, height: 720 },

  server: [
    async ({}, use) => {
      const server = await createViteServer({
        root,
        configFile: false,
        logLevel: "error",
        appType: "custom",
        cacheDir: "node_modules/.cache/surface-e2e",
        resolve: { alias: { "@": root.replace(/\/$/, "") } },
        server: { host: "127.0.0.1", port: 0, hmr: false, watch: null, ws: false },
        optimizeDeps: { noDiscovery: true },
      });
      await server.listen();
      const address = server.httpServer?.address();
      if (address === null || address === undefined || typeof address === "string")
        throw new Error("no port");
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
    // Served from here and not by the server, which would add a script of its own.
    const address = `${server.url}/e2e/surface/page.html`;
    await page.route(address, (route) =>
      route.fulfill({ path: new URL("page.html", import.meta.url).pathname }),
    );
    await page.goto(address);
    await page.waitForFunction(() => "article" in window);
    await use(new SurfacePage(page));
    if (refused.length > 0) throw new Error(refused.join("\n"));
  },
});

export { expect } from "@playwright/test";
