import { connect as openSocket } from "node:net";
import type { ProjectId } from "@/lib/core/ids";
import { newId } from "@/lib/testing/world";
import { expect, test, type App } from "../fixtures/test";

const LINES = '{"text":"An article that must not arrive."}\n'.repeat(2000);

async function aDesk(app: App) {
  const projectId = await app.world.project();
  const manager = await app.world.member(projectId, "manager");
  const headers = {
    cookie: await app.cookieOf(manager),
    origin: app.url,
    "content-type": "application/x-ndjson",
  };
  const documents = () => app.db.prisma.document.count({ where: { projectId } });
  return {
    projectId,
    headers,
    documents,
    address: new URL(`/api/v1/projects/${projectId}/imports`, app.url),
  };
}

/** Sends a request by hand and hangs up after what it is given, without an end. */
function sendAndHangUp(address: URL, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(Number(address.port), address.hostname, () => {
      const head = Object.entries({ host: address.host, ...headers }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      socket.write(`POST ${address.pathname} HTTP/1.1\r\n${head.join("")}\r\n`);
      socket.write(body, () => socket.destroy());
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}

test("an upload that breaks off half way leaves nothing behind", async ({ app }) => {
  const { headers, documents, address } = await aDesk(app);
  await sendAndHangUp(address, { ...headers, "content-length": String(2 * LINES.length) }, LINES);
  const chunk = `${LINES.length.toString(16)}\r\n${LINES}\r\n`;
  await sendAndHangUp(address, { ...headers, "transfer-encoding": "chunked" }, chunk);
  // Imports of one project take turns: once this one is through, there is nothing more to come. It waits for a place
  // until the server has heard that the others hung up.
  const whole = () => fetch(address, { method: "POST", headers, body: '{"text":"A whole file."}\n' });
  await expect
    .poll(async () => (await (await whole()).json()) as unknown)
    .toMatchObject({ state: "done", created: 1 });
  expect(await documents()).toBe(1);
});

test("a file of another type is refused, and so is one for somebody else's project", async ({ app }) => {
  const { headers, documents, address } = await aDesk(app);
  const send = (more: Readonly<Record<string, string>>) =>
    fetch(address, { method: "POST", headers: { ...headers, ...more }, body: '{"text":"A text."}\n' });
  expect((await send({ "content-type": "text/html" })).status).toBe(415);
  expect((await send({ cookie: await app.cookieOf(await app.world.person()) })).status).toBe(404);
  expect((await send({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await documents()).toBe(0);
});

test("an export with a row that does not hold breaks off instead of ending", async ({ app }) => {
  const { projectId, headers } = await aDesk(app);
  await seedMisquoted(app, projectId);
  const answer = await fetch(new URL(`/api/v1/projects/${projectId}/export?sets=shared`, app.url), {
    headers,
  });
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  await expect(answer.text()).rejects.toThrow();
});

/** Three hundred sound sets, and one whose annotation quotes what is not there. */
async function seedMisquoted({ db: { prisma } }: App, projectId: ProjectId): Promise<void> {
  const ids = Array.from({ length: 301 }, () => ({ document: newId<"document">(), set: newId<"set">() }));
  const at = new Date();
  const times = { createdAt: at, updatedAt: at };
  const text = `Mayor Ruiz ${"x".repeat(1000)}`;
  const document = { projectId, title: "An article", text, textSha256: "", length: text.length, ...times };
  await prisma.document.createMany({ data: ids.map(({ document: id }) => ({ id, ...document })) });
  const set = {
    projectId,
    kind: "shared",
    state: "submitted",
    annotationCount: 1,
    schemaVersion: 1,
    guidelineVersion: 1,
  };
  await prisma.annotationSet.createMany({
    data: ids.map(({ document: documentId, set: id }) => ({ id, documentId, ...set, ...times })),
  });
  const annotation = {
    projectId,
    label: "actor",
    startAt: 0,
    endAt: 10,
    fieldSeq: {},
    origin: "human",
    createdAt: at,
  };
  await prisma.annotation.createMany({
    data: ids.map(({ set: setId }, index) => ({
      setId,
      id: newId(),
      quote: index === 300 ? "Mayor Rose" : "Mayor Ruiz",
      ...annotation,
    })),
  });
}
