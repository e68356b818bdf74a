import { describe, expect, it } from "vitest";
import { z } from "zod";
import { POST as postToken } from "@/app/api/v1/me/tokens/route";
import { ACTING_USER } from "@/lib/contracts/acting-user";
import { Problem } from "@/lib/contracts/problem";
import { AppError } from "@/lib/core/errors";
import { ADDRESS, asServer } from "@/lib/testing/as-server";
import { asPage, cookieOf, send, tokenOf } from "@/lib/testing/send";
import { newId, worldOf } from "@/lib/testing/world";
import { reply } from "./reply";
import { route } from "./route";

const db = await asServer();
const world = worldOf(db);

const ok = route({}, (ctx) => ({ userId: ctx.actor.userId, limits: ctx.actor.limits }));
const echo = route(
  { body: z.strictObject({ name: z.string(), size: z.int().optional() }) },
  (_ctx, { body }) => body,
);

describe("a change that a page sends", () => {
  const body = JSON.stringify({ name: "x" });

  it("is taken from our own address, by whatever name of this machine", async () => {
    const page = await asPage(await world.person());
    for (const origin of [ADDRESS, "http://127.0.0.1:3000", "http://[::1]:3000"]) {
      expect((await send(echo, { method: "POST", headers: { ...page, origin }, body })).status).toBe(200);
    }
  });

  it("is refused from anywhere else, and changes nothing", async () => {
    const userId = await world.person();
    const { origin: _own, ...page } = await asPage(userId);
    const foreign: readonly Readonly<Record<string, string>>[] = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: "http://localhost:3001" },
      { origin: "https://localhost:3000" },
      { origin: "http://localhost.evil.example:3000" },
      { origin: "" },
      { origin: ADDRESS, "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
      { origin: "https://evil.example", "content-type": "text/plain" },
    ];
    for (const more of foreign) {
      const { status, json } = await send(postToken, { method: "POST", headers: { ...page, ...more }, body });
      expect([more, status, json()["code"]]).toEqual([more, 403, "bad_origin"]);
    }
    expect(await db.prisma.apiToken.count({ where: { userId } })).toBe(0);
  });

  it("needs no origin from a program with a token, unless a cookie comes along", async () => {
    const userId = await world.person();
    const headers = {
      authorization: `Bearer ${await tokenOf(db, userId)}`,
      "content-type": "application/json",
    };
    expect((await send(echo, { method: "POST", headers, body })).status).toBe(200);
    const both = { ...headers, cookie: await cookieOf(userId) };
    expect((await send(echo, { method: "POST", headers: both, body })).status).toBe(403);
  });
});

describe("a page that one person opened and another signed in behind", () => {
  const body = JSON.stringify({ name: "x" });

  it("acts for nobody: it is asked to sign in, and nothing has happened", async () => {
    const [opener, next] = [await world.person(), await world.person()];
    const stale = { ...(await asPage(next)), [ACTING_USER]: opener };
    const sent = await send(postToken, { method: "POST", headers: stale, body });
    expect([sent.status, sent.json()["code"]]).toEqual([401, "unauthenticated"]);
    expect(await db.prisma.apiToken.count({ where: { userId: { in: [opener, next] } } })).toBe(0);
    // Reading tells things, too.
    expect((await send(ok, { headers: stale })).status).toBe(401);
  });

  it("acts for whoever opened it, once they have signed in again", async () => {
    const opener = await world.person();
    const headers = { ...(await asPage(opener)), [ACTING_USER]: opener };
    expect((await send(echo, { method: "POST", headers, body })).status).toBe(200);
  });

  it.each(["", "nobody", "00000000-0000-7000-8000-000000000000"])(
    "takes “%s” for somebody else",
    async (name) => {
      const headers = { ...(await asPage(await world.person())), [ACTING_USER]: name };
      expect((await send(ok, { headers })).status).toBe(401);
    },
  );

  it("lends a token's owner no other name either", async () => {
    const [owner, other] = [await world.person(), await world.person()];
    const authorization = `Bearer ${await tokenOf(db, owner)}`;
    expect((await send(ok, { headers: { authorization, [ACTING_USER]: other } })).status).toBe(401);
    expect((await send(ok, { headers: { authorization, [ACTING_USER]: owner } })).json()).toMatchObject({
      userId: owner,
    });
  });
});

describe("what is sent", async () => {
  const page = await asPage(await world.person());
  const post = (body: string | Uint8Array<ArrayBuffer>, headers = page) =>
    send(echo, { method: "POST", headers, body });

  it("is taken if it is what the contract says", async () => {
    expect((await post('\ufeff{"name":"x","size":2}')).json()).toEqual({ name: "x", size: 2 });
  });

  const faults: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, number, string, string])[] = [
    ["no JSON", "{", 400, "malformed_json", ""],
    ["nothing", "", 400, "malformed_json", ""],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), 400, "malformed_json", ""],
    ["an unknown key", '{"name":"x","isAdmin":true}', 422, "unrecognized_keys", "isAdmin"],
    ["an object for a string", '{"name":{"not":""}}', 422, "invalid", "name"],
    ["a list for a string", '{"name":["x"]}', 422, "invalid", "name"],
    ["a fraction for a whole number", '{"name":"x","size":1.5}', 422, "invalid_number", "size"],
    ["a text for a number", '{"name":"x","size":"5"}', 422, "invalid_number", "size"],
    ["a number beyond all numbers", '{"name":"x","size":1e400}', 422, "invalid_number", "size"],
    ["a reserved key", '{"name":"x","__proto__":{"polluted":1}}', 422, "forbidden_key", "__proto__"],
    [
      "a reserved key in disguise",
      '{"name":"x","a":[{"\\u005f_proto__":1}]}',
      422,
      "forbidden_key",
      "a[0].__proto__",
    ],
    ["a hundred thousand brackets", "[".repeat(100_000), 422, "too_deep", ""],
  ];

  it.each(faults)("is refused when it is %s", async (_name, body, status, code, path) => {
    const answer = await post(body);
    const problem = Problem.parse(answer.json());
    expect([answer.status, problem.code, problem.errors[0]?.path ?? ""]).toEqual([status, code, path]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(problem.requestId).toBe(answer.headers.get("x-request-id"));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("may be as deep as 32", async () => {
    expect((await post(`${"[".repeat(32)}${"]".repeat(32)}`)).json()).toMatchObject({
      status: 422,
      code: "invalid",
    });
    expect((await post(JSON.stringify({ name: "[".repeat(100) }))).status).toBe(200);
  });

  it("is refused as another type", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      expect((await post("{}", { ...page, "content-type": type })).status).toBe(415);
    }
    expect(
      (await post('{"name":"x"}', { ...page, "content-type": "Application/JSON; charset=utf-8" })).status,
    ).toBe(200);
  });

  it("is refused when it is too large, announced or not", async () => {
    const small = route({ body: z.unknown(), maxBytes: 10 }, () => null);
    const body = JSON.stringify("x".repeat(100));
    const announced = await send(small, {
      method: "POST",
      headers: { ...page, "content-length": "102" },
      body,
    });
    const silent = await send(small, { method: "POST", headers: page, body });
    expect([announced.status, silent.status]).toEqual([413, 413]);
  });

  it("is refused when it ends before its announced length", async () => {
    const headers = { ...page, "content-length": "1000" };
    const answer = await send(echo, { method: "POST", headers, body: '{"name":"x"}' });
    expect([answer.status, answer.json()["code"]]).toEqual([400, "truncated"]);
  });

  it("is refused when the sender hangs up", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"name":'));
        controller.error(new Error("aborted"));
      },
    });
    const answer = await send(echo, { method: "POST", headers: page, body });
    expect([answer.status, answer.json()["code"]]).toEqual([400, "truncated"]);
  });

  it("is not read where nothing is expected", async () => {
    expect((await send(ok, { method: "POST", headers: page, body: "{" })).status).toBe(200);
  });
});

describe("the query", async () => {
  const headers = { cookie: await cookieOf(await world.person()) };
  const list = route({ query: z.strictObject({ q: z.string().optional() }) }, (_ctx, { query }) => query);

  it.each([
    ["?q=a", 200, undefined],
    ["?q=a&q=b", 422, "repeated_parameter"],
    ["?q[not]=a", 422, "unrecognized_keys"],
    ["?where[startsWith]=a", 422, "unrecognized_keys"],
    ["?sort=password_hash", 422, "unrecognized_keys"],
    ["?__proto__=a", 422, "unrecognized_keys"],
  ])("%s → %i", async (query, status, code) => {
    const answer = await send(list, { path: `/api/v1/x${query}`, headers });
    expect([answer.status, answer.json()["code"]]).toEqual([status, code]);
  });
});

describe("the answer", async () => {
  const headers = { cookie: await cookieOf(await world.person()) };

  it("is for its caller alone, whatever it is", async () => {
    const failing = route({}, () => {
      throw new AppError("conflict");
    });
    const open = route({ public: true }, () => ({ open: true }));
    for (const answer of [
      await send(ok, { headers }),
      await send(ok),
      await send(failing, { headers }),
      await send(open),
    ]) {
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("is what the handler says", async () => {
    const made = await send(
      route({}, () => reply({ id: 1 }, { status: 201, headers: { location: "/x" } })),
      { headers },
    );
    expect([made.status, made.json(), made.headers.get("location")]).toEqual([201, { id: 1 }, "/x"]);
    const nothing = await send(
      route({}, () => undefined),
      { headers },
    );
    expect([nothing.status, nothing.text]).toEqual([204, ""]);
    const stream = await send(
      route({}, () => new Response("a\n", { headers: { "cache-control": "no-transform" } })),
      { headers },
    );
    expect([stream.text, stream.headers.get("cache-control")]).toEqual([
      "a\n",
      "private, no-store, no-transform",
    ]);
  });

  it("tells nothing of what went wrong inside", async () => {
    const broken = route({}, () => {
      throw new TypeError("secret at /srv/triptych/lib/x.ts");
    });
    const sql = route({}, () => db.prisma.$queryRaw`SELECT secret FROM nowhere`);
    for (const handler of [broken, sql]) {
      const answer = await send(handler, { headers });
      expect([answer.status, answer.json()["code"]]).toEqual([500, "unexpected"]);
      expect(answer.text).not.toMatch(/secret|nowhere|\/srv|SELECT/);
    }
  });

  it("says when to come back if the throttle or the database had to refuse", async () => {
    const limited = route({}, () => {
      throw new AppError("rate_limited", { retryAfterSeconds: 61.2 });
    });
    const down = route({}, () => {
      throw new AppError("db_unavailable");
    });
    expect((await send(limited, { headers })).headers.get("retry-after")).toBe("62");
    expect((await send(down, { headers })).headers.get("retry-after")).toBe("2");
  });

  it("is 404 for a name that cannot be one", async () => {
    const one = route({ params: z.strictObject({ id: z.uuid() }) }, () => null);
    for (const id of ["1", "../x", "%00", newId().slice(1)]) {
      expect((await send(one, { headers, params: { id } })).json()).toMatchObject({
        status: 404,
        code: "not_found",
      });
    }
  });
});
