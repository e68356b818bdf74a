import { describe, expect, it } from "vitest";
import { PUT as putPassword } from "@/app/api/v1/me/password/route";
import { GET as getTokens, POST as postToken } from "@/app/api/v1/me/tokens/route";
import type { UserId } from "@/lib/core/ids";
import { asServer } from "@/lib/testing/as-server";
import { asPage, cookieOf, send, tokenOf } from "@/lib/testing/send";
import { newId, worldOf } from "@/lib/testing/world";
import { hashPassword } from "@/lib/usecases/accounts/password-hash";
import { newApiToken } from "@/lib/usecases/accounts/secret-token";
import { serverEnv } from "./env";
import { route } from "./route";
import { signSession } from "./session-token";

const db = await asServer();
const world = worldOf(db);

const ok = route({}, (ctx) => ({ userId: ctx.actor.userId, limits: ctx.actor.limits }));

describe("who asks", () => {
  it("is known by the session cookie", async () => {
    const userId = await world.person();
    const { status, json } = await send(ok, { headers: { cookie: `a=b; ${await cookieOf(userId)}; c=d` } });
    expect(status).toBe(200);
    expect(json()).toEqual({ userId, limits: null });
  });

  it("is nobody once the account is disabled, the password changed, or the session ended", async () => {
    const userId = await world.person();
    const sessionId = newId();
    const cookie = await cookieOf(userId, { sessionId });
    expect((await send(ok, { headers: { cookie } })).status).toBe(200);
    await db.prisma.endedSession.create({ data: { id: sessionId, expiresAt: new Date(Date.now() + 1000) } });
    expect((await send(ok, { headers: { cookie } })).status).toBe(401);

    const other = await cookieOf(userId);
    expect((await send(ok, { headers: { cookie: other } })).status).toBe(200);
    await db.prisma.user.update({ where: { id: userId }, data: { sessionVersion: 2 } });
    expect((await send(ok, { headers: { cookie: other } })).status).toBe(401);

    const newer = await cookieOf(userId, { version: 2 });
    expect((await send(ok, { headers: { cookie: newer } })).status).toBe(200);
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect((await send(ok, { headers: { cookie: newer } })).status).toBe(401);
  });

  it("is nobody with a session that another secret signed, that has run out, or that is none", async () => {
    const userId = await world.person();
    const claims = { userId, version: 1, sessionId: newId() };
    const { secret } = serverEnv();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ sub: userId, ver: 1 })).toString("base64url")}.`;
    const values = [
      await signSession(claims, "another secret of at least 32 characters"),
      await signSession(claims, secret, new Date("2020-01-01")),
      unsigned,
      "garbage",
      "a.b.c",
      "",
      "%00",
      "x".repeat(5000),
    ];
    for (const value of values) {
      const { status, json } = await send(ok, { headers: { cookie: `triptych.session=${value}` } });
      expect([status, json()["code"]]).toEqual([401, "unauthenticated"]);
    }
  });

  it("is known by a token, as far as the token goes", async () => {
    const userId = await world.person();
    const projectId = await world.project();
    const token = await tokenOf(db, userId, { projectId, scopes: ["read"] });
    for (const scheme of ["Bearer", "bearer"]) {
      const { json } = await send(ok, { headers: { authorization: `${scheme} ${token}` } });
      expect(json()).toEqual({ userId, limits: { projectId, scopes: ["read"] } });
    }
  });

  it("is nobody with a token that is expired, revoked, broken, or in the query", async () => {
    const userId = await world.person();
    const past = new Date(Date.now() - 1000);
    const expired = await tokenOf(db, userId, { expiresAt: past });
    const revoked = await tokenOf(db, userId, { revokedAt: past });
    const good = await tokenOf(db, userId);
    const headers = [
      `Bearer ${expired}`,
      `Bearer ${revoked}`,
      `Bearer ${newApiToken()}`,
      "Bearer",
      "Bearer ",
      "Bearer trp_",
      `Bearer ${good} x`,
      `Bearer ${good.toUpperCase()}`,
      `Basic ${good}`,
      good,
      "Bearer ' OR 1=1 --",
      `Bearer ${"x".repeat(8000)}`,
    ];
    for (const authorization of headers) {
      const { status, headers: answered } = await send(ok, { headers: { authorization } });
      expect([authorization.slice(0, 20), status]).toEqual([authorization.slice(0, 20), 401]);
      expect(answered.get("www-authenticate")).toContain("Bearer");
    }
    for (const name of ["token", "access_token", "authorization"]) {
      expect((await send(ok, { path: `/api/v1/x?${name}=${good}` })).status).toBe(401);
      const signedIn = await send(ok, {
        path: `/api/v1/x?${name}=${good}`,
        headers: { cookie: await cookieOf(userId) },
      });
      expect(signedIn.status).toBe(422);
    }
  });

  it("is not the cookie's owner when a bad token comes along", async () => {
    const headers = { cookie: await cookieOf(await world.person()), authorization: "Bearer nonsense" };
    expect((await send(ok, { headers })).status).toBe(401);
  });

  it("is never an administrator by a token that was cut down", async () => {
    const userId = await world.person();
    await db.prisma.user.update({ where: { id: userId }, data: { isAdmin: true } });
    const isAdmin = route({}, (ctx) => ({ isAdmin: ctx.actor.isAdmin }));
    const whole = await send(isAdmin, { headers: { authorization: `Bearer ${await tokenOf(db, userId)}` } });
    const limited = await send(isAdmin, {
      headers: { authorization: `Bearer ${await tokenOf(db, userId, { scopes: ["manage"] })}` },
    });
    expect([whole.json(), limited.json()]).toEqual([{ isAdmin: true }, { isAdmin: false }]);
  });
});

describe("one's tokens over the interface", () => {
  it("are made, shown once, listed and of use", async () => {
    const page = await asPage(await world.person());
    const made = await send(postToken, { method: "POST", headers: page, body: '{"name":"Nightly"}' });
    expect(made.status).toBe(201);
    const { token, ...shown } = made.json();
    const listed = await send(getTokens, { headers: { authorization: `Bearer ${String(token)}` } });
    expect(listed.json()).toMatchObject({ items: [{ id: shown["id"], name: "Nightly" }], nextCursor: null });
    expect(listed.text).not.toContain(String(token));
  });
});

describe("changing one's password", () => {
  const body = JSON.stringify({
    currentPassword: "three words somewhere",
    newPassword: "four other words elsewhere",
  });

  async function person(): Promise<UserId> {
    const id = await world.person();
    await db.prisma.user.update({
      where: { id },
      data: { passwordHash: await hashPassword("three words somewhere") },
    });
    return id;
  }

  it("ends every session but that of the browser which asked", async () => {
    const userId = await person();
    const [here, elsewhere] = [await asPage(userId), await cookieOf(userId)];
    const changed = await send(putPassword, { method: "PUT", headers: here, body });
    expect(changed.status).toBe(204);
    const [cookie = ""] = changed.headers.getSetCookie();
    expect(cookie).toMatch(/^triptych\.session=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const statusWith = async (value: string) => (await send(ok, { headers: { cookie: value } })).status;
    expect(await statusWith(cookie.split(";", 1)[0] ?? "")).toBe(200);
    expect([await statusWith(here["cookie"] ?? ""), await statusWith(elsewhere)]).toEqual([401, 401]);
  });

  it("gives a program no session, and nobody without the current password anything", async () => {
    const userId = await person();
    const program = {
      authorization: `Bearer ${await tokenOf(db, userId)}`,
      "content-type": "application/json",
    };
    const wrong = await send(putPassword, {
      method: "PUT",
      headers: program,
      body: body.replace("three", "two"),
    });
    expect([wrong.status, wrong.json()["code"]]).toEqual([422, "wrong_password"]);
    const changed = await send(putPassword, { method: "PUT", headers: program, body });
    expect([changed.status, changed.headers.getSetCookie()]).toEqual([204, []]);
  });
});
