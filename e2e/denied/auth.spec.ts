import { aHouse } from "../fixtures/closed-doors";
import { DISGUISES } from "../fixtures/disguises";
import { expect, test } from "../fixtures/test";

/** A project that whoever asks is no member of; its name must not come through. */
const SECRET_NAME = "Name that nobody outside may read";

test.describe("a page behind the door", () => {
  for (const disguise of DISGUISES) {
    test(`is not shown to whoever asks ${disguise.name}`, async ({ app }) => {
      await (await aHouse(app)).isClosedTo(disguise);
    });
  }

  test("is shown to members", async ({ app }) => {
    await (await aHouse(app)).isOpenToMembers();
  });

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

test.describe("a change over the interface", () => {
  test("is refused from another site, whatever the form", async ({ app, request }) => {
    const userId = await app.world.person();
    const cookie = await app.cookieOf(userId);
    const name = "From another site";
    for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded"]) {
      for (const origin of ["null", "https://evil.example"]) {
        const headers = { cookie, origin, "content-type": type, "x-forwarded-host": "evil.example" };
        const response = await request.post("/api/v1/projects", { headers, data: JSON.stringify({ name }) });
        expect([response.status(), (await response.json()) as unknown]).toEqual([
          403,
          expect.objectContaining({ code: "bad_origin" }),
        ]);
      }
    }
    expect(await app.db.prisma.project.count({ where: { name } })).toBe(0);
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
