import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NewDocument } from "@/lib/contracts/document";
import { codeOf } from "@/lib/testing/code-of";
import { faultsOf } from "@/lib/testing/faults-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { createDocument } from "./create-document";
import { readDocument } from "./read-document";
import { trashDocument } from "./trash-document";

const db = await testDatabase();
const world = worldOf(db);
const projectId = await world.project();
const manager = await world.member(projectId, "manager");
const ctx = contextOf(db, manager);
const create = (given: unknown) => createDocument(ctx, { projectId, ...NewDocument.parse(given) });
const read = (document: { readonly id: Awaited<ReturnType<typeof create>>["id"] }) =>
  readDocument(ctx, { projectId, documentId: document.id });

describe("a new document", () => {
  it("keeps its text to the last byte, measured in code points", async () => {
    const text = "\ufeffMayor Ruiz 🚲\r\n\u2028e\u0301 👨‍👩‍👧\r \u0085\t ends here  \n";
    const created = await create({ text });
    const document = await read(created);
    expect(document.text).toBe(text);
    expect(document.length).toBe(Array.from(text).length);
    expect(document.textSha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect({ ...created, text }).toEqual(document);
  });

  it("keeps its metadata, and null where nothing is stated", async () => {
    const meta = {
      title: "A title",
      source: "AFP",
      url: null,
      publishedAt: "2019-03-30",
      language: "en",
      extra: { section: "World", n: [1, null] },
    };
    expect(await read(await create({ externalId: "afp-77", text: "x", meta }))).toMatchObject({
      externalId: "afp-77",
      title: "A title",
      meta,
    });
    expect((await read(await create({ text: "First line\nSecond line" }))).meta).toEqual({
      title: "First line",
      source: null,
      url: null,
      publishedAt: null,
      language: null,
      extra: {},
    });
  });

  it("is called after its first line, and never without end", async () => {
    expect((await create({ text: `\n  ${"a".repeat(200)}` })).title).toBe("a".repeat(80));
    expect([...(await create({ text: `e${"\u0301".repeat(10_000)}` })).title]).toHaveLength(500);
  });

  it("takes texts of 10 MiB and no more", async () => {
    const largest = "é".repeat(5 * 1024 * 1024);
    expect((await create({ text: largest })).length).toBe(5 * 1024 * 1024);
    expect(await codeOf(create({ text: `${largest}a` }))).toBe("text_too_large");
  });

  it("takes any text of a size, whatever its words", async () => {
    const ideographs = Array.from({ length: 200_000 }, (_, i) =>
      String.fromCodePoint(0x20000 + ((i * 7919) % 40_000)),
    ).join("");
    const addresses = Array.from({ length: 30_000 }, (_, i) => `${i}.example.org/${i}-a-${i}`).join(" ");
    for (const text of [ideographs, addresses, "x".repeat(1_000_000), "'\\:&|!()*<->"]) {
      expect(await codeOf(create({ text }))).toBe("done");
    }
  });

  it("refuses what cannot be stored, also from callers that no contract has checked", async () => {
    const meta = { extra: {} };
    for (const [text, fault] of [
      ["", "empty"],
      ["a\u0000b", "nul_char"],
      ["a\ud800b", "ill_formed_unicode"],
    ] as const) {
      expect(await faultsOf(createDocument(ctx, { projectId, text, meta }))).toBe(`invalid text ${fault}`);
      expect(NewDocument.safeParse({ text }).success).toBe(false);
    }
  });

  it("has an external id of its own", async () => {
    const { id } = await create({ externalId: "once", text: "x" });
    expect(await faultsOf(create({ externalId: "once", text: "y" }))).toBe(
      "already_exists externalId already_exists",
    );
    await trashDocument(ctx, { projectId, documentId: id });
    await expect(create({ externalId: "once", text: "y" })).rejects.toThrow(/in the trash/);
    const elsewhere = await world.project();
    const other = contextOf(db, await world.member(elsewhere, "manager"));
    const given = NewDocument.parse({ externalId: "once", text: "x" });
    expect(await codeOf(createDocument(other, { projectId: elsewhere, ...given }))).toBe("done");
  });

  it("is made once by many who send the same external id at once", async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(create({ externalId: "raced", text: "x" }))),
    );
    expect(results.filter((code) => code === "done")).toHaveLength(1);
    expect(results.filter((code) => code === "already_exists")).toHaveLength(7);
  });

  it("takes no field that is not its own", () => {
    for (const field of ["projectId", "id", "createdAt", "authorId", "textSha256"]) {
      expect(NewDocument.safeParse({ text: "x", [field]: "y" }).error?.issues[0]?.code).toBe(
        "unrecognized_keys",
      );
    }
  });
});
