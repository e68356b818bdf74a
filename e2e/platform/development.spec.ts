import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { aTerminal } from "./terminal";

const SET_UP = /works once: (\S+\/set-up\?token=\S+)[\s\S]*Stop it with Ctrl-C/;
const BUILD = ".next-development";
const PASSWORD = "three words somewhere";

test("the development server says which form was sent, and not what stood in it", async ({ page }) => {
  const terminal = await aTerminal({ NEXT_DIST_DIR: BUILD });
  try {
    const start = terminal.type("start", "--dev");
    const [, link = ""] = await start.says(SET_UP);
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ana Ruiz");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await start.says(/POST \/set-up/);
    // What is said of a request comes after its line, and before that of the next.
    await page.request.get(new URL("/healthz", link).href);
    await start.says(/GET \/healthz/);
    expect(start.said()).not.toContain(PASSWORD);
  } finally {
    await terminal.close();
    for (const made of [BUILD, `${BUILD}.tsconfig.json`]) await rm(made, { recursive: true, force: true });
  }
});
