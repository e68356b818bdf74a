import type { UserId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/usecases/accounts/password-hash";
import { hashSecret } from "@/lib/usecases/accounts/secret-token";
import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expectPresentable } from "../fixtures/looks";
import { expect, test, type App } from "../fixtures/test";

const PASSWORD = "three words somewhere";

async function somebody(app: App): Promise<{ readonly userId: UserId; readonly email: string }> {
  const userId = await app.world.person("Ana Ruiz");
  await app.db.prisma.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return { userId, email: `${userId}@example.org` };
}

test("one is led to sign in and back to where one was going, and out again", async ({ app, page }) => {
  const { email } = await somebody(app);
  await page.goto("/settings/tokens");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Ftokens$/);
  await expectPresentable(page);

  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("three words elsewhere");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not belong together")).toBeVisible();

  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/tokens$/);

  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a token is made, shown once, of use, and revoked", async ({ app, context, page, playwright }) => {
  const { userId } = await somebody(app);
  await app.signIn(context, userId);
  await page.goto("/settings/tokens");
  await expect(page.getByText("No tokens yet")).toBeVisible();
  await page.getByRole("button", { name: "New token…" }).click();
  await page.getByLabel("Name").fill("Nightly export");
  await page.getByRole("button", { name: "Create token" }).click();
  const token = await page.getByLabel("Nightly export").inputValue();
  expect(token).toMatch(/^trp_/);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("rowheader", { name: "Nightly export" })).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await expectPresentable(page);

  const program = await playwright.request.newContext({
    baseURL: app.url,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await program.get("/api/v1/me")).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke Nightly export…" }).click();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByText("No tokens yet")).toBeVisible();
  expect((await program.get("/api/v1/me")).status()).toBe(401);
  await program.dispose();
});

test("changing the password keeps this browser in and puts the others out", async ({
  app,
  context,
  page,
  request,
}) => {
  const { userId } = await somebody(app);
  await app.signIn(context, userId);
  const elsewhere = await app.cookieOf(userId);
  await page.goto("/settings");
  await expectPresentable(page);
  await page.getByRole("textbox", { name: "Current password" }).fill("not this one");
  await page.getByRole("textbox", { name: "New password" }).fill("four other words elsewhere");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByRole("textbox", { name: "Current password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your other sessions have ended")).toBeVisible();
  expect((await request.get("/api/v1/me", { headers: { cookie: elsewhere } })).status()).toBe(401);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("a password is chosen by a link that works once", async ({ app, page }) => {
  const { userId, email } = await somebody(app);
  const token = `link-of-${userId}`;
  const link = {
    tokenHash: hashSecret(token),
    purpose: "password",
    userId,
    expiresAt: new Date(Date.now() + 60_000),
    createdAt: new Date(),
  };
  await app.db.prisma.oneTimeLink.create({ data: link });
  await page.goto(`/password?token=${token}`);
  await expect(page.getByText(email)).toBeVisible();
  await expectPresentable(page);
  await page.getByRole("textbox", { name: "New password" }).fill("password1");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("among the first that others would try")).toBeVisible();
  await page.getByRole("textbox", { name: "New password" }).fill("four other words elsewhere");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page).toHaveURL(/\/projects$/);

  await page.goto(`/password?token=${token}`);
  await expect(page.getByText("works only once")).toBeVisible();
});

test("signing out asks about work that has not reached the server, on whatever page", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await page.route("**/operations", (route) => route.abort());
  await annotate.drag("Maria Zakharova");
  await annotate.press("1");
  await expect(annotate.row(/Maria Zakharova/)).toBeVisible();
  await page.goto("/settings");

  const signOut = async () => {
    await page.getByRole("button", { name: /^Your account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  };
  await signOut();
  const question = page.getByRole("alertdialog", { name: "Sign out with unsent work?" });
  await expect(question).toContainText("1 change has not reached the server");
  await expectPresentable(page);
  await question.getByRole("button", { name: "Stay" }).click();
  await page.reload();
  await expect(page).toHaveURL(/\/settings$/);

  await signOut();
  await question.getByRole("button", { name: "Sign out all the same" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("signing out without a connection says that one is still signed in", async ({ app, context, page }) => {
  await app.signIn(context, await app.world.person("Ana Ruiz"));
  await page.goto("/settings");
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("You are still signed in")).toBeVisible();
});
