import { beforeAll, describe, expect, it } from "vitest";
import * as operationsRoute from "@/app/api/v1/projects/[projectId]/sets/[setId]/operations/route";
import { SchemaBody } from "@/lib/contracts/schema";
import type { Fault } from "@/lib/core/errors";
import { BICYCLE } from "@/lib/testing/annotation-builders";
import { asServer } from "@/lib/testing/as-server";
import { asPage, send } from "@/lib/testing/send";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { writeSchema } from "@/lib/usecases/schema/write-schema";
import { openSet } from "@/lib/usecases/sets/open-set";
import { readSet } from "@/lib/usecases/sets/read-set";

const db = await asServer();
const world = worldOf(db);
let desk: Awaited<ReturnType<typeof aDesk>>;

async function aDesk() {
  const projectId = await world.project();
  const documentId = await world.document(projectId, BICYCLE);
  const ana = await world.member(projectId, "annotator", "Ana");
  const ctx = contextOf(db, ana);
  const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
  const headers = await asPage(ana);
  const params = { projectId, setId: set.id };
  const post = async (operations: unknown) => {
    const body = typeof operations === "string" ? operations : JSON.stringify({ clientId: "t", operations });
    const { status, json } = await send(operationsRoute.POST, { method: "POST", headers, params, body });
    return { status, answer: json() };
  };
  return { post, read: () => readSet(ctx, { projectId, setId: set.id }) };
}

/** A project of somebody else, whose schema has a label of that key. */
async function anotherProjectWith(key: string): Promise<void> {
  const projectId = await world.project({ preset: "blank" });
  const ctx = contextOf(db, await world.member(projectId, "manager"));
  const schema = SchemaBody.parse({ labels: [{ key, name: key, color: "amber" }], relationTypes: [] });
  await writeSchema(ctx, { projectId, basedOn: 1, schema });
}

/** One that is sound, with what a case makes of it. */
const create = (body: object = {}, more: object = {}) => ({
  id: newId(),
  kind: "annotation.create",
  target: newId(),
  body: { label: "actor", start: 0, end: 10, ...body },
  ...more,
});

beforeAll(async () => {
  desk = await aDesk();
});

describe("operations over the interface", () => {
  it.each([
    ["an offset below 0", { start: -1 }, "body.start"],
    ["a fraction", { start: 0.5 }, "body.start"],
    ["a text for a number", { start: "5" }, "body.start"],
    ["null for a number", { end: null }, "body.end"],
    ["an offset beyond every text", { end: 2 ** 53 + 2 }, "body.end"],
    ["1e308", { end: 1e308 }, "body.end"],
    [
      "a number beyond all",
      '{"clientId":"t","operations":[{"id":"X","kind":"annotation.create","target":"X","body":{"label":"actor","start":0,"end":1e400}}]}',
      "body.end",
    ],
    ["swapped offsets", { start: 10, end: 0 }, "body.end"],
    ["an empty span", { start: 3, end: 3 }, "body.end"],
    ["no label", { label: undefined }, "body.label"],
    ["a label that can be none", { label: "Actor!" }, "body.label"],
    ["a key of the prototype", { label: "constructor" }, "body.label"],
    ["an unknown key", { role: "admin" }, "body.role"],
    ["a quote with a NUL", { quote: "a\0" }, "body.quote"],
    ["an attribute of no kind", { attributes: { actor_type: {} } }, "body.attributes.actor_type"],
    ["a text value too long", { attributes: { canonical: "x".repeat(10_001) } }, "body.attributes.canonical"],
    ["a note too long", { note: "x".repeat(20_001) }, "body.note"],
  ])("refuse the whole batch for %s, by its place, in our words", async (_what, wrong, place) => {
    const sent = typeof wrong === "string" ? wrong.replaceAll("X", newId()) : [create(wrong)];
    const { status, answer } = await desk.post(sent);
    const [fault] = answer["errors"] as readonly Fault[];
    expect([status, fault?.path]).toEqual([422, `operations[0].${place}`]);
    expect(fault?.message).toMatch(/^[A-Z“].*\.$/s);
    expect(fault?.message).not.toMatch(/Invalid|expected|received|Too (big|small)|Unrecognized/);
    expect(await desk.read()).toMatchObject({ seq: 0, state: "new" });
  });

  it("name attribute and limit of a text that is too long", async () => {
    const { answer } = await desk.post([create({ attributes: { canonical: "x".repeat(10_001) } })]);
    expect(answer["errors"]).toMatchObject([
      { message: "“canonical” has more than 10,000 characters. Shorten it." },
    ]);
  });

  it("refuse one by one, and keep, what depends on the set", async () => {
    const { post, read } = await aDesk();
    await anotherProjectWith("verb");
    const kept = create();
    const wrong = [
      ["out_of_text", create({ end: 9999 })],
      ["quote_mismatch", create({ quote: "Mayor Rui" })],
      ["unknown_label", create({ label: "verb" })],
      ["unknown_attribute", create({ attributes: { colour: "red" } })],
      ["invalid_value", create({ attributes: { actor_type: "planet" } })],
      ["exists", create({}, { target: kept.target })],
      [
        "relation_rule",
        create(
          {},
          { kind: "relation.create", body: { type: "made_by", from: kept.target, to: kept.target } },
        ),
      ],
      [
        "not_found",
        create({}, { kind: "relation.create", body: { type: "made_by", from: newId(), to: newId() } }),
      ],
    ] as const;
    const { status, answer } = await post([kept, ...wrong.map(([, operation]) => operation)]);
    expect(status).toBe(200);
    const results = answer["results"] as readonly { readonly reason?: string }[];
    expect(results.map(({ reason }) => reason)).toEqual([undefined, ...wrong.map(([reason]) => reason)]);
    expect((await read()).annotations).toMatchObject([{ quote: "Mayor Ruiz" }]);
  });

  it("take an attribute of null for one that is not set", async () => {
    const { post, read } = await aDesk();
    const sent = create({ attributes: { actor_type: null, canonical: "Ruiz" } });
    expect((await post([sent])).answer).toMatchObject({ results: [{ status: "ok" }] });
    expect((await read()).annotations).toMatchObject([{ attributes: { canonical: "Ruiz" } }]);
    expect(Object.keys((await read()).annotations[0]?.attributes ?? {})).toEqual(["canonical"]);
    expect((await post([sent])).answer).toMatchObject({ seq: 1 });
  });

  it("count once, twenty times at once, and under another body not at all", async () => {
    const { post, read } = await aDesk();
    const one = create();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post([one])));
    for (const { status, answer } of answers)
      expect([status, answer["results"]]).toEqual([200, [{ id: one.id, seq: 1, status: "ok" }]]);
    const other = { ...one, body: { ...one.body, end: 5 } };
    const { status, answer } = await post([other]);
    expect([status, answer["code"]]).toEqual([422, "operation_id_reused"]);
    expect(await read()).toMatchObject({ seq: 1 });
  });
});
