import { expect, test } from "@playwright/test";
import { BICYCLE } from "@/lib/testing/annotation-builders";
import { convergeOn } from "@/lib/testing/chaos/convergence";
import { readEvents } from "@/lib/testing/stream-reader";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { openSet } from "@/lib/usecases/sets/open-set";
import { anInstallation, type Installation, type ServingHost } from "../fixtures/installation";
import { SERVER_TROUBLES, type ServerTrouble } from "./server-troubles";

// `npm run test:chaos` tries more.
const TROUBLES: readonly ServerTrouble[] = [
  "a server is killed and comes back",
  "the servers are restarted in turn",
];

test.describe("two servers of one installation", () => {
  test.describe.configure({ mode: "serial" });
  let installation: Installation;
  test.beforeAll(async () => {
    installation = await anInstallation();
  });
  test.afterEach(() => {
    expect(installation.complaintsOfPooler).toEqual([]);
  });
  test.afterAll(() => installation.close());

  test("tell each other what was saved and who is where, and say goodbye when they go", async () => {
    const { db, hosts } = installation;
    const [one, other] = hosts;
    const world = worldOf(db);
    const projectId = await world.project({ mode: "shared" });
    const documentId = await world.document(projectId, BICYCLE);
    const [ana, ben] = [
      await world.member(projectId, "annotator", "Ana"),
      await world.member(projectId, "annotator", "Ben"),
    ];
    const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "shared" });
    const project = `/api/v1/projects/${projectId}`;
    const say = (host: ServingHost, path: string, body: unknown) =>
      host.ask(ana, project + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const stream = readEvents(await other.ask(ben, `${project}/documents/${documentId}/events`, {}));
    await stream.nextOf("live");

    const id = newId();
    const mark = {
      id,
      kind: "annotation.create",
      target: newId(),
      body: { label: "actor", start: 0, end: 10 },
    };
    const saved = await say(one, `/sets/${set.id}/operations`, { clientId: "page", operations: [mark] });
    expect(await saved.json()).toMatchObject({ seq: 1, results: [{ id, status: "ok" }] });
    const told = await stream.nextOf("message");
    expect(JSON.parse(told?.data ?? "")).toMatchObject({
      set: set.id,
      from: 0,
      to: 1,
      operations: [{ id, actor: { name: "Ana" } }],
    });

    const place = { set: set.id, at: 5, selected: { start: 0, end: 10 } };
    await say(one, `/documents/${documentId}/presence`, { clientId: "page", place });
    const present = await stream.nextOf("presence");
    expect(JSON.parse(present?.data ?? "")).toMatchObject({ people: [{ user: { name: "Ana" }, place }] });

    await other.leave();
    expect(await stream.nextOf("bye")).not.toBeNull();
    expect(await stream.next()).toBeNull();
    await other.comeBack();
  });

  for (const trouble of TROUBLES)
    test(`lose nothing, and everybody comes to the same, when ${trouble}`, async () => {
      await convergeOn(installation, 7, () => SERVER_TROUBLES[trouble](installation));
    });
});
