import { newId } from "@/lib/testing/world";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

test("a manager invites by link; a newcomer makes an account by it and lands in the project", async ({
  app,
  browser,
  context,
  page,
}) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager", "Mara Lund"));
  await page.goto(`/projects/${projectId}/members`);
  await page.getByRole("button", { name: "Invite…" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: /Whoever has the link Annotator open/ })).toBeVisible();
  await expectPresentable(page);

  const theirs = await browser.newContext();
  const guest = await theirs.newPage();
  await guest.goto(link);
  await expect(guest.getByText("Mara Lund invites you as annotator.")).toBeVisible();
  await expectPresentable(guest);
  await guest.getByRole("textbox", { name: "Your name" }).fill("Nina Novak");
  await guest.getByRole("textbox", { name: "E-mail address" }).fill(`${newId()}@example.org`);
  await guest.getByRole("textbox", { name: "Password" }).fill("three words somewhere");
  await guest.getByRole("button", { name: "Create account and join" }).click();
  await expect(guest.getByRole("heading", { name: "Documents", exact: true })).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByText("it works only once")).toBeVisible();
  await theirs.close();

  await page.reload();
  await expect(page.getByRole("row", { name: /accepted by Nina Novak/ })).toBeVisible();
  await page.getByRole("button", { name: /Role of Nina Novak/ }).click();
  await page.getByRole("option", { name: "Reviewer" }).click();
  await expect(page.getByText("Nina Novak is reviewer now")).toBeVisible();
  await page.getByRole("button", { name: "Remove Nina Novak…" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No longer in the project" })).toBeVisible();
});

test("somebody with an account accepts by one button, and the last manager stays", async ({
  app,
  context,
  page,
}) => {
  const projectId = await app.world.project();
  const manager = await app.world.member(projectId, "manager", "Mara Lund");
  await app.signIn(context, manager);
  const made = await context.request.post(`/api/v1/projects/${projectId}/invitations`, {
    data: { role: "viewer" },
    headers: { origin: app.url },
  });
  const { path } = (await made.json()) as { readonly path: string };
  await page.goto(`/projects/${projectId}/members`);
  await page.getByRole("button", { name: "Remove Mara Lund…" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Nobody else manages this project")).toBeVisible();

  await app.signIn(context, await app.world.person("Otto Guest"));
  await page.goto(path);
  await page.getByRole("button", { name: "Join the project" }).click();
  await expect(page.getByRole("heading", { name: "Documents", exact: true })).toBeVisible();
});

test("a revoked invitation says so", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  const made = await context.request.post(`/api/v1/projects/${projectId}/invitations`, {
    data: { role: "viewer" },
    headers: { origin: app.url },
  });
  const { path } = (await made.json()) as { readonly path: string };
  await page.goto(`/projects/${projectId}/members`);
  await page.getByRole("button", { name: "Revoke the invitation of Whoever has the link" }).click();
  await expect(page.getByRole("row", { name: /revoked/ })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("The invitation has been taken back.")).toBeVisible();
});

test("an administrator makes a password link for somebody, and switches their account off", async ({
  app,
  context,
  page,
}) => {
  const admin = await app.world.person("Ada Admin");
  await app.db.prisma.user.update({ where: { id: admin }, data: { isAdmin: true } });
  const name = `Lost Password ${newId()}`;
  await app.world.person(name);
  await app.signIn(context, admin);
  await page.goto("/admin/people");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Make a password link…" }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/\/password\?token=/);
  await expectPresentable(page);
  await page.getByRole("button", { name: "Done" }).click();
  await row.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Switch the account off" }).click();
  await expect(row.getByText("off", { exact: true })).toBeVisible();
  await app.signIn(context, await app.world.person());
  await page.goto("/admin/people");
  await expect(page.getByText("Ada Admin")).toHaveCount(0);
});
