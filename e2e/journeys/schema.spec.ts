import type { Page } from "@playwright/test";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const row = (page: Page, name: string) => page.getByRole("listitem", { name, exact: true });

test("a manager adds a label with an attribute and a relation, and orders them by key", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/schema`);
  await expectPresentable(page);

  await page.getByRole("button", { name: "Add label" }).click();
  const cue = page.getByRole("listitem").filter({ has: page.getByRole("textbox", { name: "Hot key" }) });
  await cue.getByRole("textbox", { name: "Name" }).fill("Cue word");
  await expect(cue.getByRole("textbox", { name: "Key", exact: true })).toHaveValue("cue_word");
  await cue.getByRole("radio", { name: "teal" }).check({ force: true });
  await cue.getByRole("button", { name: "Add attribute" }).click();
  const attribute = row(page, "Attribute 1");
  await expect(attribute.getByRole("textbox", { name: "Name" })).toBeFocused();
  await attribute.getByRole("textbox", { name: "Values, one a line" }).fill("verb\nnoun");
  await attribute.getByRole("textbox", { name: "Name" }).fill("Cue type");
  await expectPresentable(page);

  await page.getByRole("button", { name: "Move Cue word up" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move Cue word up" })).toBeFocused();

  await page.getByRole("button", { name: "Add relation" }).click();
  const relation = row(page, "Relation 6");
  await relation.getByRole("textbox", { name: "Name" }).fill("cued by");
  await row(page, "cued by")
    .getByRole("group", { name: "From" })
    .getByRole("checkbox", { name: "Claim" })
    .check({ force: true });
  await row(page, "cued by")
    .getByRole("group", { name: "To" })
    .getByRole("checkbox", { name: "Cue word" })
    .check({ force: true });
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Schema saved as version 2")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Version 2")).toBeVisible();
  const labels = page
    .getByRole("region", { name: "Labels" })
    .or(page.locator("section").filter({ has: page.getByRole("heading", { name: "Labels" }) }));
  await expect(labels.getByRole("heading", { level: 3 })).toHaveText([
    /^Claim/,
    /^Actor/,
    /^Cue word/,
    /^Stance/,
  ]);
  const answer = await page.request.get(`/api/v1/projects/${projectId}/schema`);
  expect(await answer.json()).toMatchObject({
    version: 2,
    labels: [
      {},
      {},
      {
        key: "cue_word",
        color: "teal",
        attributes: [{ key: "cue_type", type: "enum", values: ["verb", "noun"] }],
      },
      {},
    ],
  });
});

test("what is wrong is said at its field before anything is sent", async ({ app, context, page }) => {
  test.slow();
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/schema`);
  await page.getByRole("button", { name: "Stance", exact: true }).click();
  const stance = row(page, "Stance");
  await expect(stance.getByRole("textbox", { name: "Key", exact: true }).first()).toBeDisabled();
  await stance.getByRole("textbox", { name: "Hot key" }).fill("1");
  await stance.getByRole("button", { name: "Polarity", exact: true }).click();
  await stance.getByRole("textbox", { name: "Values, one a line" }).fill("favor\nagainst");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(
    stance.getByText("The hot key “1” belongs to the label “Claim” already. Choose another."),
  ).toBeVisible();
  await expect(
    stance.getByText("The value “neutral” of “polarity” cannot be removed or renamed. Keep it."),
  ).toBeVisible();
  await expect(page.getByText("Version 1")).toHaveCount(0);
  await expectPresentable(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Version 1")).toBeVisible();
});

test("two managers at once do not overwrite each other unseen", async ({ app, browser }) => {
  const projectId = await app.world.project();
  const pages = await Promise.all(
    ["first", "second"].map(async (name) => {
      const context = await browser.newContext({ baseURL: app.url });
      await app.signIn(context, await app.world.member(projectId, "manager", name));
      const page = await context.newPage();
      await page.goto(`/projects/${projectId}/schema`);
      await page.getByRole("button", { name: "Claim", exact: true }).click();
      return page;
    }),
  );
  const [first, second] = pages;
  if (first === undefined || second === undefined) throw new RangeError("two pages");
  const rename = async (page: Page, name: string) => {
    await page.getByRole("textbox", { name: "Name" }).first().fill(name);
    await page.getByRole("button", { name: /^Save/ }).click();
  };
  await rename(first, "Assertion");
  await expect(first.getByText("Schema saved as version 2")).toBeVisible();
  await rename(second, "Statement");
  await expect(second.getByText("Somebody saved another version of the schema meanwhile")).toBeVisible();
  await expect(second.getByRole("textbox", { name: "Name" }).first()).toHaveValue("Statement");
  await second.getByRole("button", { name: "Save mine over theirs" }).click();
  await expect(second.getByText("Schema saved as version 3")).toBeVisible();

  await first.getByRole("button", { name: "Assertion", exact: true }).click();
  await rename(first, "Allegation");
  await first.getByRole("button", { name: "Discard mine, show theirs" }).click();
  await expect(first.getByRole("button", { name: "Statement", exact: true })).toBeVisible();
  await Promise.all(pages.map((page) => page.context().close()));
});

test("unsaved changes are not left behind by a slip", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/schema`);
  await page.getByRole("button", { name: "Add label" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Cue");
  const documents = page
    .getByRole("navigation", { name: "Project" })
    .getByRole("link", { name: "Documents" });
  await documents.click();
  const question = page.getByRole("alertdialog", { name: "Leave this page?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Cue");
  await documents.click();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();
});

test("everybody reads the schema; only managers change it", async ({ app, context, page }) => {
  test.slow();
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "viewer"));
  await page.goto(`/projects/${projectId}/schema`);
  await expect(page.getByText("demand · evaluation · factual · announcement")).toBeVisible();
  await expect(page.getByText("exactly 1; not needed when target_concept has a value")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add label" })).toHaveCount(0);
  await expectPresentable(page);
});
