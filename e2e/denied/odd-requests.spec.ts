import type { APIResponse, BrowserContext, Request } from "@playwright/test";
import { ask } from "../fixtures/raw-request";
import { expect, test, type App } from "../fixtures/test";

const PROBLEM = "application/problem+json";
/** The id of a server action that does not exist. */
const NO_ACTION = "0".repeat(42);
const PLAIN = "text/plain;charset=UTF-8";

async function problemOf(response: APIResponse) {
  const { code } = (await response.json()) as { readonly code: string };
  return [response.status(), response.headers()["content-type"], code];
}

test("what is not ours to serve is not there", async ({ app, request }) => {
  const paths = [
    "/.env",
    "/.git/config",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/static/%2e%2e/server/server-reference-manifest.json",
    "/set-up",
    "/set-up?token=guess",
    "/api/auth/verify-request",
    "/sign-up",
  ];
  for (const path of paths)
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404]);
  for (const path of ["/_next/static/../../package.json", "/%2e%2e%2fpackage.json", "/%00", "/api/v1/%00"])
    expect([path, (await ask(app.url, path)).status]).toEqual([path, 404]);
});

test("no source map of what the browser runs is served", async ({ app, page }) => {
  await page.goto("/sign-in");
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect((await ask(app.url, `${script}.map`)).status).toBe(404);
});

test("a request that nobody can serve is told that there is nothing, wherever it goes", async ({ app }) => {
  const odd = [
    ...["/", "/sign-in", "/icon.svg", "/api/v1/projects", "/healthz"].map((path) => ["TRACE", path]),
    ["PROPFIND", "/api/v1/projects"],
    ["PUT", "/icon.svg"],
    ["DELETE", "/sign-in"],
    ["POST", "/sign-in"],
    ["OPTIONS", "/projects"],
    ["GET", "/api/v1/%ff"],
    ["GET", "/projects/%ff"],
  ] as const;
  for (const [method = "", path = ""] of odd) {
    const { status, body } = await ask(app.url, path, { method });
    expect([method, path, status, JSON.parse(body)]).toEqual([
      method,
      path,
      404,
      expect.objectContaining({ code: "not_found" }),
    ]);
  }
});

test("an address of the interface that leads nowhere answers with a problem", async ({ request }) => {
  for (const path of ["/api/v1/nothing", "/api/auth", "/api/v2/projects"])
    expect(await problemOf(await request.get(path))).toEqual([404, PROBLEM, "not_found"]);
});

test("a method that an address does not take is told which it does", async ({ request }) => {
  const refused = await request.delete("/api/v1/projects");
  expect(await problemOf(refused)).toEqual([405, PROBLEM, "unsupported_method"]);
  const asked = await request.fetch("/api/v1/projects", { method: "OPTIONS" });
  expect(asked.status()).toBe(204);
  for (const response of [refused, asked])
    expect(response.headers()["allow"]).toBe("GET, POST, HEAD, OPTIONS");
});

test.describe("a server action", () => {
  test("that does not exist, or not any more, does nothing", async ({ app, request }) => {
    for (const [id, status] of [
      [NO_ACTION, 409],
      ["nonsense", 400],
    ] as const) {
      const headers = { "next-action": id, origin: app.url, "content-type": PLAIN };
      expect([id, (await request.post("/sign-in", { headers, data: "[]" })).status()]).toEqual([id, status]);
    }
  });

  test("from a form that is sent before its page has come alive, shows the page again", async ({
    app,
    request,
  }) => {
    const sent = await request.post("/sign-in", {
      headers: { origin: app.url },
      form: { email: "a@example.org" },
    });
    expect([sent.status(), await sent.text()]).toEqual([200, expect.stringContaining("Sign in")]);
  });

  test("from another site, too large, or of anything but plain values, is refused in words that programs read", async ({
    app,
    context,
    request,
  }) => {
    const id = await actionOf(app, context);
    const post = async (headers: Readonly<Record<string, string>>, data: string) =>
      problemOf(
        await request.post("/settings", {
          headers: { "next-action": id, cookie: "a=b", origin: app.url, "content-type": PLAIN, ...headers },
          data,
        }),
      );
    for (const origin of ["null", "https://evil.example"])
      expect(await post({ origin }, "[]")).toEqual([403, PROBLEM, "bad_origin"]);
    expect(await post({}, `["${"x".repeat(2 * 1024 * 1024)}"]`)).toEqual([413, PROBLEM, "too_large"]);
    for (const garbage of ["", "garbage", '"x"', '["$F1"]', '["$1"]', '[{"token":"$B1"}]'])
      expect([garbage, ...(await post({}, garbage))]).toEqual([garbage, 400, PROBLEM, "malformed_json"]);
    expect(await post({ "content-type": "multipart/form-data; boundary=x" }, "garbage")).toEqual([
      415,
      PROBLEM,
      "unsupported_type",
    ]);
  });

  test("sent as garbage a thousand times at once leaves the server as it was", async ({
    app,
    context,
    request,
  }) => {
    const id = await actionOf(app, context);
    const large = `["${"x".repeat(2 * 1024 * 1024)}"]`;
    const send = async (index: number) => {
      const answer = await fetch(new URL("/settings", app.url), {
        method: "POST",
        headers: { "next-action": index % 2 === 0 ? id : NO_ACTION, origin: app.url, "content-type": PLAIN },
        body: index % 100 === 0 ? large : index % 4 === 0 ? "garbage" : index % 2 === 0 ? '["$F1"]' : "[]",
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const statuses = await Promise.all(Array.from({ length: 1000 }, (_, index) => send(index)));
    const times = new Map<number, number>();
    for (const status of statuses) times.set(status, (times.get(status) ?? 0) + 1);
    expect([...times].sort()).toEqual([
      [400, 490],
      [409, 500],
      [413, 10],
    ]);
    expect((await request.get("/readyz")).status()).toBe(200);
    expect((await request.get("/sign-in")).status()).toBe(200);
  });
});

/** The id of an action that there is, as whoever renames themselves can see it. */
async function actionOf(app: App, context: BrowserContext): Promise<string> {
  await app.signIn(context, await app.world.person());
  const page = await context.newPage();
  await page.goto("/settings");
  const isAction = (request: Request) => request.headers()["next-action"] !== undefined;
  const sent = page.waitForRequest(isAction);
  await page.getByLabel("Name").fill("Ana Mota");
  await page.getByRole("button", { name: "Save name" }).click();
  const request = await sent;
  expect((await request.response())?.status()).toBe(200);
  await page.close();
  return request.headers()["next-action"] ?? "";
}
