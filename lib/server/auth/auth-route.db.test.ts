import { describe, expect, it } from "vitest";
import { newId } from "@/lib/testing/world";
import { ADDRESS, asServer } from "@/lib/testing/as-server";
import { Browser } from "@/lib/testing/browser";
import { hashPassword } from "@/lib/usecases/accounts/password-hash";
import { database } from "../database";
import { authRoute } from "./auth-route";
import { MAX_FAILURES } from "./sign-in-throttle";

const db = await asServer();
const PASSWORD = "three words somewhere";
const passwordHash = await hashPassword(PASSWORD);

async function person(): Promise<{ readonly id: string; readonly email: string }> {
  const id = newId<"user">();
  const email = `${id}@example.org`;
  await db.prisma.user.create({ data: { id, email, name: "Ana Ruiz", passwordHash, createdAt: new Date() } });
  return { id, email };
}

const browser = (address?: string) => new Browser(authRoute, address);

describe("signing in", () => {
  it("begins a session for the right password, however the address is spelt", async () => {
    const { id, email } = await person();
    const ana = browser();
    const response = await ana.signIn(`  ${email.toUpperCase()} `, PASSWORD);
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith("triptych.session="));
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    const session = await ana.get(["session"]);
    expect(await session.json()).toMatchObject({ user: { id, email, name: "Ana Ruiz" } });
  });

  it("answers a wrong password, an unknown address and a disabled account alike", async () => {
    const known = await person();
    const disabled = await person();
    await db.prisma.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const answers = await Promise.all([
      browser("10.0.1.1").signIn(known.email, "three words elsewhere"),
      browser("10.0.1.1").signIn("nobody@example.org", PASSWORD),
      browser("10.0.1.1").signIn(disabled.email, PASSWORD),
      browser("10.0.1.1").signIn("a@x,b@x", PASSWORD),
    ]);
    const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    for (const one of told) expect(one).toEqual(told[0]);
    expect(told[0]?.[0]).toBe(401);
    for (const answer of answers)
      expect(answer.headers.getSetCookie().join()).not.toContain("triptych.session=");
  });

  it("replaces a session that was there before by a new one", async () => {
    const { email } = await person();
    const ana = browser();
    ana.cookies.set("triptych.session", "planted");
    await ana.signIn(email, PASSWORD);
    expect(ana.cookies.get("triptych.session")).not.toBe("planted");
    const planted = browser();
    planted.cookies.set("triptych.session", "planted");
    expect(await (await planted.get(["session"])).json()).toEqual({});
  });

  it("ends the session for whoever kept its cookie, once its owner signs out", async () => {
    const { email } = await person();
    const ana = browser();
    await ana.signIn(email, PASSWORD);
    const kept = browser();
    kept.cookies.set("triptych.session", ana.cookies.get("triptych.session") ?? "");
    expect(await (await kept.get(["session"])).json()).toHaveProperty("user");
    await ana.post(["signout"], {});
    expect(ana.cookies.get("triptych.session")).toBe("");
    expect(await (await kept.get(["session"])).json()).toEqual({});
  });

  it("needs the token against forged forms", async () => {
    const { email } = await person();
    const response = await browser().postRaw(["callback", "credentials"], {
      email,
      password: PASSWORD,
      json: "true",
    });
    expect(response.headers.getSetCookie().join()).not.toContain("triptych.session=");
  });

  it("refuses what another site sends, before anything else", async () => {
    const { email } = await person();
    const foreign = browser();
    foreign.origin = "https://evil.example";
    const response = await foreign.signIn(email, PASSWORD);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "bad_origin" });
  });
});

describe("the throttle", () => {
  it("answers 429 from the tenth failure on, counts those that come at once, and spares other addresses", async () => {
    const { email } = await person();
    const wrong = await Promise.all(
      Array.from({ length: 30 }, () => browser("10.0.0.7").signIn(email, "wrong password")),
    );
    const statuses = wrong.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(MAX_FAILURES - 1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30 - MAX_FAILURES + 1);

    const throttled = await browser("10.0.0.7").signIn(email, PASSWORD);
    expect(throttled.status).toBe(429);
    expect(await throttled.json()).toMatchObject({ code: "rate_limited" });
    expect(Number(throttled.headers.get("retry-after"))).toBeGreaterThan(800);

    expect((await browser("10.0.0.8").signIn(email, PASSWORD)).status).toBe(200);
  });

  it("begins anew after a success, and not after a form without its token", async () => {
    const { email } = await person();
    const fail = () => browser("10.0.0.9").signIn(email, "wrong password");
    for (let i = 1; i < MAX_FAILURES; i += 1) expect((await fail()).status).toBe(401);
    expect((await browser("10.0.0.9").signIn(email, PASSWORD)).status).toBe(200);
    for (let i = 1; i < MAX_FAILURES; i += 1) expect((await fail()).status).toBe(401);
    await browser("10.0.0.9").postRaw(["callback", "credentials"], {
      email,
      password: PASSWORD,
      json: "true",
    });
    expect((await fail()).status).toBe(429);
  });

  it("keeps no address of anybody", async () => {
    const { email } = await person();
    await browser("10.0.0.10").signIn(email, "wrong password");
    const rows = await database().prisma.rateLimit.findMany({ select: { key: true } });
    expect(rows.map(({ key }) => key).join()).not.toContain("@");
  });
});

describe("where one lands", () => {
  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http://[",
    `/${"a".repeat(10_000)}`,
  ])("is never another place than ours: %s", async (callbackUrl) => {
    const { email } = await person();
    const ana = browser();
    const { url } = (await (await ana.signIn(email, PASSWORD, { callbackUrl })).json()) as { url: string };
    expect(new URL(url).origin).toBe(ADDRESS);
    const page = await browser().get(["signin"], { callbackUrl });
    expect(page.status).toBe(302);
    expect(new URL(page.headers.get("location") ?? "", ADDRESS).origin).toBe(ADDRESS);
  });

  it("survives a broken cookie", async () => {
    const ana = browser();
    ana.cookies.set("triptych.callback-url", "http://[");
    ana.cookies.set("triptych.csrf", "%E0%A4%A");
    expect((await ana.get(["csrf"])).status).toBe(200);
  });

  it("is asked for once", async () => {
    const response = await browser().get(["signin"], "callbackUrl=/a&callbackUrl=/b");
    expect(response.status).toBe(422);
  });

  it("stays on the name under which Triptych was opened", async () => {
    const { email } = await person();
    const ana = browser();
    ana.origin = "http://127.0.0.1:3000";
    const { url } = (await (await ana.signIn(email, PASSWORD)).json()) as { url: string };
    expect(url).toBe("http://127.0.0.1:3000/projects");
  });
});

describe("what is not offered", () => {
  it.each([
    ["POST", "_log"],
    ["POST", "session"],
    ["GET", "verify-request"],
    ["GET", "signout"],
    ["POST", "x"],
  ])("is not found: %s %s", async (method, step) => {
    const response = method === "POST" ? await browser().postRaw([step], {}) : await browser().get([step]);
    expect(response.status).toBe(404);
  });
});
