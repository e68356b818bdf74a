import { describe, expect, it } from "vitest";
import * as documentRoute from "@/app/api/v1/projects/[projectId]/documents/[documentId]/route";
import * as documentsRoute from "@/app/api/v1/projects/[projectId]/documents/route";
import * as guidelineRoute from "@/app/api/v1/projects/[projectId]/guideline/route";
import * as projectRoute from "@/app/api/v1/projects/[projectId]/route";
import * as schemaRoute from "@/app/api/v1/projects/[projectId]/schema/route";
import * as projectsRoute from "@/app/api/v1/projects/route";
import { ADDRESS, asServer } from "@/lib/testing/as-server";
import { newId, worldOf } from "@/lib/testing/world";
import { serverEnv } from "./env";
import type { RouteHandler } from "./route";
import { signSession } from "./session-token";

const db = await asServer();
const world = worldOf(db);

/** Sends as somebody's page does, to the handler of a method. A string is sent as it is, anything else as JSON. */
async function asPage() {
  const claims = { userId: await world.person(), version: 1, sessionId: newId() };
  const cookie = `triptych.session=${await signSession(claims, serverEnv().secret)}`;
  return async (
    handler: RouteHandler,
    {
      params = {},
      body,
      search = "",
      headers = {},
    }: {
      params?: Record<string, string>;
      body?: unknown;
      search?: string;
      headers?: Record<string, string>;
    } = {},
  ) => {
    const request = new Request(`${ADDRESS}/api/v1/x${search}`, {
      method: "POST",
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      headers: { cookie, origin: ADDRESS, "content-type": "application/json", ...headers },
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    const text = await response.text();
    const answer = (text === "" ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>> & {
      readonly id: string;
    };
    return { status: response.status, headers: response.headers, answer };
  };
}
type Send = Awaited<ReturnType<typeof asPage>>;

async function aProject(send: Send) {
  const { answer } = await send(projectsRoute.POST, {
    body: { name: "Sanctions 2019", preset: "claim-actor-stance" },
  });
  return { projectId: answer.id };
}

describe("/projects", () => {
  it("makes, shows, renames, lists and throws away", async () => {
    const send = await asPage();
    const made = await send(projectsRoute.POST, {
      body: { name: "Sanctions 2019", preset: "claim-actor-stance" },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`/api/v1/projects/${made.answer.id}`);
    expect(made.answer).toMatchObject({ name: "Sanctions 2019", mode: "independent", role: "manager" });
    const params = { projectId: made.answer.id };
    expect((await send(projectRoute.PATCH, { params, body: { name: "Renamed" } })).answer).toMatchObject({
      name: "Renamed",
    });
    expect((await send(projectsRoute.GET)).answer).toMatchObject({
      items: [{ name: "Renamed" }],
      nextCursor: null,
      total: { value: 1, capped: false },
    });
    expect((await send(projectRoute.DELETE, { params })).status).toBe(204);
    expect((await send(projectRoute.GET, { params })).status).toBe(404);
    expect((await send(projectsRoute.GET)).answer).toMatchObject({ items: [] });
  });

  it("refuses unknown fields, presets and names of nothing", async () => {
    const send = await asPage();
    for (const body of [
      {},
      { name: " " },
      { name: "x", preset: "other" },
      { name: "x", createdBy: newId() },
      { name: "a\u0000" },
      { name: "x".repeat(201) },
    ]) {
      expect((await send(projectsRoute.POST, { body })).status).toBe(422);
    }
    expect((await send(projectsRoute.POST, { body: '{"name":' })).status).toBe(400);
  });
});

describe.each([
  { name: "schema", routes: schemaRoute, body: { labels: [], relationTypes: [] } },
  { name: "guideline", routes: guidelineRoute, body: { markdown: "# Rules" } },
])("/$name", ({ routes, body }) => {
  it("is replaced only by whoever says which version they have read", async () => {
    const send = await asPage();
    const { answer } = await send(projectsRoute.POST, { body: { name: "Blank", preset: "blank" } });
    const params = { projectId: answer.id };
    const read = await send(routes.GET, { params });
    expect(read.headers.get("etag")).toBe('"1"');
    expect((await send(routes.PUT, { params, body })).status).toBe(428);
    expect((await send(routes.PUT, { params, body, headers: { "if-match": '"7"' } })).status).toBe(412);
    const written = await send(routes.PUT, { params, body, headers: { "if-match": '"1"' } });
    expect([written.status, written.headers.get("etag"), written.answer["version"]]).toEqual([200, '"2"', 2]);
    expect((await send(routes.PUT, { params, body, headers: { "if-match": '"1"' } })).status).toBe(412);
    expect(
      (await send(routes.PUT, { params, body: read.answer, headers: { "if-match": '"2"' } })).status,
    ).toBe(200);
  });
});

describe("/schema", () => {
  it("names the place of a contradiction", async () => {
    const send = await asPage();
    const params = await aProject(send);
    const { answer } = await send(schemaRoute.GET, { params });
    const labels = answer["labels"] as readonly { readonly name: string }[];
    const headers = { "if-match": '"1"' };
    const same = await send(schemaRoute.PUT, {
      params,
      headers,
      body: { ...answer, labels: [...labels, { key: "cue", name: "Claim", color: "slate" }] },
    });
    expect(same.status).toBe(409);
    expect(same.answer["errors"]).toMatchObject([{ path: "labels[3].name", code: "duplicate_name" }]);
    const fewer = await send(schemaRoute.PUT, {
      params,
      headers,
      body: { ...answer, labels: labels.slice(1) },
    });
    expect(fewer.status).toBe(422);
  });
});

describe("/documents", () => {
  it("adds, shows, describes, lists and throws away", async () => {
    const send = await asPage();
    const params = await aProject(send);
    const text = "Mayor Ruiz 🚲 backs a car ban; the Green Party objects.";
    const made = await send(documentsRoute.POST, {
      params,
      body: { externalId: "afp-77", text, meta: { source: "AFP" } },
    });
    expect(made.status).toBe(201);
    expect(made.answer).toMatchObject({
      externalId: "afp-77",
      length: 54,
      meta: { source: "AFP", url: null },
    });
    expect(made.answer["textSha256"]).toMatch(/^[0-9a-f]{64}$/);
    const one = { ...params, documentId: made.answer.id };
    expect((await send(documentRoute.GET, { params: one })).answer).toMatchObject({ text, length: 54 });
    expect(
      (await send(documentRoute.PATCH, { params: one, body: { meta: { title: "Car ban" } } })).answer,
    ).toMatchObject({ title: "Car ban" });
    expect((await send(documentsRoute.GET, { params, search: "?limit=50&q=ruiz" })).answer).toMatchObject({
      items: [{ id: made.answer.id, title: "Car ban", mySet: null }],
      nextCursor: null,
      total: { value: 1, capped: false },
    });
    expect(
      (await send(documentsRoute.POST, { params, body: { externalId: "afp-77", text: "other" } })).status,
    ).toBe(409);
    expect((await send(documentRoute.DELETE, { params: one })).status).toBe(204);
    expect((await send(documentRoute.GET, { params: one })).status).toBe(404);
    expect((await send(documentsRoute.GET, { params, search: "?trash=true" })).answer).toMatchObject({
      items: [{ id: made.answer.id }],
    });
  });

  it("answers each bad text with its reason, and stores nothing", async () => {
    const send = await asPage();
    const params = await aProject(send);
    const eleven = "a".repeat(11 * 1024 * 1024);
    const bad = [
      [{ text: "" }, 422, "text", "empty_text"],
      [{ text: " \r\n\u2003" }, 422, "text", "empty_text"],
      [{ text: "a\u0000b" }, 422, "text", "nul_char"],
      ['{"text":"a\\ud800b"}', 422, "text", "ill_formed_unicode"],
      [{ text: "x", meta: { extra: { a: ["\u0000"] } } }, 422, "meta.extra.a[0]", "nul_char"],
      [
        '{"text":"x","meta":{"extra":{"__proto__":{"polluted":true}}}}',
        422,
        "meta.extra.__proto__",
        "forbidden_key",
      ],
      [{ text: "x", projectId: newId() }, 422, "projectId", "unrecognized_keys"],
      [{ text: 1 }, 422, "text", "invalid_type"],
      [{ text: "x", meta: { publishedAt: "2019-02-31" } }, 422, "meta.publishedAt", "invalid_date"],
      [{ text: "x", meta: { publishedAt: "last week" } }, 422, "meta.publishedAt", "invalid_date"],
      [{ text: eleven }, 413, undefined, undefined],
    ] as const;
    for (const [body, status, path, code] of bad) {
      const { status: given, answer } = await send(documentsRoute.POST, { params, body });
      const [fault] = answer["errors"] as readonly { readonly path: string; readonly code: string }[];
      expect([given, fault?.path, fault?.code]).toEqual([status, path, code]);
    }
    expect((await send(documentsRoute.GET, { params })).answer).toMatchObject({
      items: [],
      total: { value: 0 },
    });
  });

  it("takes no filter but its own", async () => {
    const send = await asPage();
    const params = await aProject(send);
    for (const search of [
      "?sort=text",
      "?limit=0",
      "?limit=abc",
      "?cursor=abc",
      "?state=done",
      "?q=a&q=b",
      "?q=%00",
      "?state[not]=new",
      "?trash=true&state=new",
    ]) {
      expect([search, (await send(documentsRoute.GET, { params, search })).status]).toEqual([search, 422]);
    }
  });
});
