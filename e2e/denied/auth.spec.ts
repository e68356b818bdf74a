import { expect, test } from "../fixtures/test";

/** A project that whoever asks is no member of; its name must not come through. */
const SECRET_NAME = "Name that nobody outside may read";
/** The id of a server action that does not exist. */
const nowhere = "0".repeat(42);

test.describe("a page behind the door", () => {
  const disguises: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ["plainly", {}, ""],
    ["as middleware's own request", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }, ""],
    ["as data of the old router", { "x-nextjs-data": "1" }, ""],
    ["as a rendering for the router", { rsc: "1" }, "?_rsc=abc"],
    [
      "as a prefetch of a segment",
      { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
      "",
    ],
    ["with a session that is none", { cookie: "triptych.session=eyJhbGciOiJub25lIn0.e30." }, ""],
  ];

  for (const [name, headers, query] of disguises) {
    test(`is not shown to whoever asks ${name}`, async ({ app, request }) => {
      const projectId = await app.world.project();
      await app.db.prisma.project.update({ where: { id: projectId }, data: { name: SECRET_NAME } });
      for (const path of ["/projects", `/projects/${projectId}/documents`, "/settings", "/settings/tokens"]) {
        const response = await request.get(`${path}${query}`, { headers });
        const body = await response.text();
        expect(response.status()).toBeLessThan(500);
        expect(body).not.toContain(SECRET_NAME);
        // A redirect, or for the router an answer that says no more than where to go, or which parts a page has.
        expect(`${response.url()} ${body}`).toMatch(/\/sign-in|__PAGE__/);
      }
    });
  }

  test("is not shown to somebody from another project either", async ({ app, context, page }) => {
    const projectId = await app.world.project();
    await app.db.prisma.project.update({ where: { id: projectId }, data: { name: SECRET_NAME } });
    await app.signIn(context, await app.world.person());
    for (const place of ["documents", "schema", "guideline", "export", "settings"]) {
      const response = await page.goto(`/projects/${projectId}/${place}`);
      expect(response?.status()).toBe(404);
      expect(await page.content()).not.toContain(SECRET_NAME);
    }
  });
});

test("what is not ours to serve is not there", async ({ request }) => {
  const paths = [
    "/.env",
    "/.git/config",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/set-up",
    "/set-up?token=guess",
    "/api/auth/verify-request",
    "/sign-up",
  ];
  for (const path of paths)
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404]);
});

test.describe("a server action", () => {
  test("that does not exist does nothing", async ({ app, request }) => {
    const headers = { "next-action": nowhere, origin: app.url, "content-type": "text/plain;charset=UTF-8" };
    for (const data of ["[]", "garbage", '["$F1"]', `["${"x".repeat(2 * 1024 * 1024)}"]`]) {
      const { status } = await request
        .post("/sign-in", { headers, data })
        .then((response) => ({ status: response.status() }));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await request.get("/readyz")).status()).toBe(200);
  });
});

test("an action from another site, or one that is too large, is refused in words that programs read", async ({
  app,
  request,
}) => {
  const action = { "next-action": nowhere, cookie: "a=b", "content-type": "text/plain;charset=UTF-8" };
  for (const origin of ["null", "https://evil.example"]) {
    const response = await request.post("/sign-in", { headers: { ...action, origin }, data: "[]" });
    expect([response.status(), (await response.json()) as unknown]).toEqual([
      403,
      expect.objectContaining({ code: "bad_origin" }),
    ]);
  }
  const large = await request.post("/sign-in", {
    headers: { ...action, origin: app.url },
    data: "x".repeat(2 * 1024 * 1024),
  });
  expect(large.status()).toBe(413);
});

test("an address of the interface that leads nowhere answers with a problem", async ({ request }) => {
  for (const path of ["/api/v1/nothing", "/api/auth", "/api/v2/projects"]) {
    const response = await request.get(path);
    expect([response.status(), (await response.json()) as unknown]).toEqual([
      404,
      expect.objectContaining({ code: "not_found" }),
    ]);
  }
});

test.describe("a change over the interface", () => {
  test("is refused from another site, whatever the form", async ({ app, request }) => {
    const userId = await app.world.person();
    const cookie = await app.cookieOf(userId);
    const before = await app.db.prisma.project.count();
    for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded"]) {
      for (const origin of ["null", "https://evil.example"]) {
        const headers = { cookie, origin, "content-type": type, "x-forwarded-host": "evil.example" };
        const response = await request.post("/api/v1/projects", { headers, data: '{"name":"x"}' });
        expect([response.status(), (await response.json()) as unknown]).toEqual([
          403,
          expect.objectContaining({ code: "bad_origin" }),
        ]);
      }
    }
    expect(await app.db.prisma.project.count()).toBe(before);
  });
});

test("the throttle counts whoever connects, and not who they say they are", async ({ app, request }) => {
  const email = `${await app.world.person()}@example.org`;
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const statuses: number[] = [];
  for (let i = 1; i <= 11; i += 1) {
    const response = await request.post("/api/auth/callback/credentials", {
      headers: { origin: app.url, "x-forwarded-for": `10.9.8.${i}`, "x-triptych-client": `10.9.8.${i}` },
      form: { email, password: "wrong words here", csrfToken, json: "true" },
    });
    statuses.push(response.status());
  }
  expect(statuses).toEqual([...Array.from({ length: 9 }, () => 401), 429, 429]);
});
