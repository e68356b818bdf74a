import { expect, test } from "@playwright/test";
import { aTerminal } from "./terminal";

const SET_UP = /works once: (\S+\/set-up\?token=\S+)[\s\S]*Stop it with Ctrl-C/;
const PASSWORD_LINK = /(http\S+\/password\?token=\S+)/;

test("a newcomer sets up by the printed link and lets a second person in", async ({ browser, page }) => {
  test.setTimeout(240_000);
  const terminal = await aTerminal();
  try {
    const [, link = ""] = await terminal.type("start").says(SET_UP);
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ana Ruiz");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill("three words somewhere");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]+\/documents$/);
    await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();
    const projects = await page.request.get(new URL("/api/v1/projects", link).href);
    expect(await projects.json()).toMatchObject({ items: [{ role: "manager", documents: 2 }] });

    const again = await page.goto(link);
    expect(again?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

    const invited = [
      "--email",
      "ben@example.org",
      "--name",
      "Ben",
      "--project",
      "Sample: Venezuela 2019",
      "--role",
      "annotator",
    ];
    const [, passwordLink = ""] = await terminal.type("user", "create", ...invited).says(PASSWORD_LINK);
    const other = await (await browser.newContext()).newPage();
    await other.goto(passwordLink);
    await other.getByRole("textbox", { name: "New password" }).fill("four other words elsewhere");
    await other.getByRole("button", { name: "Set password" }).click();
    await expect(other).toHaveURL(/\/projects$/);
    await expect(other.getByRole("link", { name: "Sample: Venezuela 2019" })).toBeVisible();
    await other.context().close();
  } finally {
    await terminal.close();
  }
});
