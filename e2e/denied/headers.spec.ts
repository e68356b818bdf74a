import { expect, test } from "../fixtures/test";
import { EVERYWHERE, NOT_A_PAGE, pagePolicy } from "../fixtures/security-headers";

/** One address of each place that answers: pages (also the redirected and the missing), the interface, files. */
const PAGES = ["/sign-in", "/projects", "/help", "/nowhere"];
const NOT_PAGES = ["/api/v1/me", "/api/v1/nothing", "/api/auth/csrf", "/healthz", "/readyz", "/icon.svg"];

test("every answer carries the headers that keep browsers from guessing, framing and telling", async ({
  page,
  request,
}) => {
  await page.goto("/sign-in");
  const [script = ""] = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
  const styles = await page.locator("link[rel=stylesheet]").first().getAttribute("href");
  for (const path of [...PAGES, ...NOT_PAGES, script, styles ?? ""]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect({ path, ...headers }).toMatchObject({ path, ...EVERYWHERE });
    expect(headers).not.toHaveProperty("x-powered-by");
    // This address is http.
    expect(headers).not.toHaveProperty("strict-transport-security");
  }
});

test("a page may load only what is ours, scripts by a nonce of its own; what is no page may load nothing", async ({
  page,
  request,
}) => {
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const policy = (await request.get(path, { maxRedirects: 0 })).headers()["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy).toBe(pagePolicy(nonce));
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);

  await page.goto("/sign-in");
  const script = await page.locator("script[src]").first().getAttribute("src");
  for (const path of [...NOT_PAGES, script ?? ""]) {
    const response = await request.get(path);
    expect([path, response.headers()["content-security-policy"]]).toEqual([path, NOT_A_PAGE]);
  }
});

test("what is for one person alone is kept by nobody", async ({ app, context, page, request }) => {
  const cookie = await app.cookieOf(await app.world.person());
  for (const path of [
    "/api/v1/me",
    "/api/v1/projects",
    "/readyz",
    "/api/v1/nothing",
    "/projects",
    "/settings",
  ]) {
    const policy = (await request.get(path, { headers: { cookie } })).headers()["cache-control"];
    expect([path, policy]).toEqual([path, expect.stringMatching(/^private, (no-cache, )?no-store/)]);
  }
  await app.signIn(context, await app.world.person());
  expect((await page.goto("/projects"))?.headers()["cache-control"]).toMatch(/private.*no-store/);
});
