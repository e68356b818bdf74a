import { describe, expect, it } from "vitest";
import { ADDRESS, asServer } from "@/lib/testing/as-server";
import { newId, worldOf } from "@/lib/testing/world";
import { serverEnv } from "./env";
import type { RouteHandler } from "./route";
import { signSession } from "./session-token";

/** Every route of the interface as it stands in the tree: a new one is held to this without being named. */
const modules = import.meta.glob<Readonly<Record<string, RouteHandler>>>("/app/api/v1/**/route.ts", {
  eager: true,
});
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const NOBODY = { params: Promise.resolve({}) };
const all = Object.entries(modules).flatMap(([file, handlers]) =>
  METHODS.flatMap((method) => {
    const handler = handlers[method];
    const path = file.replace(/^\/app|\/route\.ts$/g, "");
    return handler === undefined
      ? []
      : [{ name: `${method} ${path}`, method, path, handler, options: handlers["OPTIONS"] }];
  }),
);
type EveryRoute = (typeof all)[number];

/** What an address says that it takes; all that it has, where it does not say. */
async function allowOf({ options, path }: EveryRoute): Promise<readonly string[]> {
  const answer = await options?.(new Request(new URL(path, ADDRESS), { method: "OPTIONS" }), NOBODY);
  return answer?.headers.get("allow")?.split(", ") ?? METHODS;
}
const allowed = await Promise.all(all.map(allowOf));
const routes = all.filter(({ method }, index) => allowed[index]?.includes(method));
const refusing = all.filter((one) => !routes.includes(one));

const OPEN: ReadonlySet<string> = new Set(["GET /api/v1/openapi.json"]);
const closed = routes.filter(({ name }) => !OPEN.has(name));
const changing = closed.filter(({ method }) => method !== "GET");
const ofProjects = closed.filter(({ path }) => path.includes("[projectId]"));

const db = await asServer();
const world = worldOf(db);

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly projectId?: string;
  readonly search?: string;
}

/** With ids that name nothing, but for the project's. */
async function ask(
  { method, path, handler }: EveryRoute,
  { headers = {}, projectId = newId(), search = "" }: Asked,
) {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  const params = Object.fromEntries(names.map((name) => [name, name === "projectId" ? projectId : newId()]));
  const url = new URL(
    path.replace(/\[(\w+)\]/g, (_match, name: string) => params[name] ?? "") + search,
    ADDRESS,
  );
  const body = method === "GET" || method === "DELETE" ? null : "{}";
  const response = await handler(new Request(url, { method, headers, body }), {
    params: Promise.resolve(params),
  });
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, headers: response.headers, answer };
}

async function signedIn(): Promise<Readonly<Record<string, string>>> {
  const claims = { userId: await world.person(), version: 1, sessionId: newId() };
  return {
    cookie: `triptych.session=${await signSession(claims, serverEnv().secret)}`,
    origin: ADDRESS,
    "content-type": "application/json",
    "if-match": '"1"',
  };
}

describe("every route", () => {
  it("is found", () => {
    expect(closed.length).toBeGreaterThan(10);
  });

  it.each(closed)("$name is closed to whoever has not signed in", async (route) => {
    const attempts = [
      {},
      { headers: { authorization: "Bearer trp_nonsense" } },
      { headers: { cookie: "triptych.session=nonsense", origin: ADDRESS } },
      { headers: { "x-middleware-subrequest": "middleware", "x-nextjs-data": "1", rsc: "1" } },
      { search: "?token=trp_nonsense" },
    ];
    for (const attempt of attempts) {
      const { status, headers, answer } = await ask(route, attempt);
      expect([status, answer["code"]]).toEqual([401, "unauthenticated"]);
      expect(headers.get("cache-control")).toMatch(/^private, no-store/);
      expect(headers.get("content-type")).toBe("application/problem+json");
    }
  });

  it.each(changing)("$name takes no change from another site", async (route) => {
    const { origin: _own, ...page } = await signedIn();
    for (const more of [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: ADDRESS, "sec-fetch-site": "cross-site" },
    ]) {
      const { status, answer } = await ask(route, { headers: { ...page, ...more } });
      expect([more, status, answer["code"]]).toEqual([more, 403, "bad_origin"]);
    }
  });

  it.each(ofProjects)("$name shows no difference between another's project and none", async (route) => {
    const headers = await signedIn();
    const theirs = await ask(route, { headers, projectId: await world.project() });
    const nobodys = await ask(route, { headers });
    const told = ({ status, answer }: typeof theirs) => ({ status, ...answer, requestId: "" });
    expect(told(theirs)).toEqual(told(nobodys));
    expect([404, 415, 422]).toContain(theirs.status);
  });

  it.each(changing)("$name says in sentences of ours what is wrong with an empty body", async (route) => {
    const { answer } = await ask(route, { headers: await signedIn() });
    for (const { message } of (answer["errors"] ?? []) as readonly { readonly message: string }[]) {
      expect(message).toMatch(/^[A-Z“].*\.$/s);
      expect(message).not.toMatch(/Invalid|expected|received|Too (big|small)|Unrecognized/);
    }
  });

  it.each(refusing)("$name is told which methods there are", async (route) => {
    const { status, headers, answer } = await ask(route, {});
    expect([status, answer["code"], headers.get("content-type")]).toEqual([
      405,
      "unsupported_method",
      "application/problem+json",
    ]);
    const allow = headers.get("allow")?.split(", ") ?? [];
    const taken = routes.filter(({ path }) => path === route.path).map(({ method }) => method);
    expect(allow).toEqual([...taken, ...(taken.includes("GET") ? ["HEAD"] : []), "OPTIONS"]);
  });

  it.each(closed)("$name takes no parameter that it does not name", async (route) => {
    const { status, answer } = await ask(route, {
      headers: await signedIn(),
      search: "?where[startsWith]=a",
    });
    expect([status, answer["code"]]).toEqual([422, "unrecognized_keys"]);
  });
});
