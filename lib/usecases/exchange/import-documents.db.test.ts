import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { UserId } from "@/lib/core/ids";
import { codeOf } from "@/lib/testing/code-of";
import { importDesk, importInput, jsonLinesOf as lines } from "@/lib/testing/import-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { NOW, contextOf, worldOf } from "@/lib/testing/world";
import { importDocuments } from "./import-documents";

const db = await testDatabase();
const world = worldOf(db);
const aProject = () => importDesk(db);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("an import of JSON lines", () => {
  it("stores texts exactly as they are, with what else the lines say", async () => {
    const { bring, documents } = await aProject();
    const text = "One\r\ntwo\u2028three 👩‍👩‍👧 e\u0301\ufeff";
    const report = await bring(
      lines(
        {
          external_id: "a",
          text,
          meta: { title: "T", published_at: "2019-03-30", language: "en", section: "World" },
        },
        { text: "Second line.\nMore.", outlet: { name: "Daily" }, published_at: "last week" },
      ),
    );
    expect(report).toEqual({
      state: "done",
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      failed: 0,
      annotationsNotTaken: 0,
      offsetUnit: null,
      createdAt: NOW.toISOString(),
      errors: [],
    });
    expect(await documents()).toMatchObject([
      {
        externalId: "a",
        text,
        textSha256: sha256(text),
        length: Array.from(text).length,
        title: "T",
        publishedAt: "2019-03-30",
        extra: { section: "World" },
      },
      {
        externalId: null,
        title: "Second line.",
        publishedAt: null,
        extra: { outlet: { name: "Daily" }, published_at: "last week" },
      },
    ]);
  });

  it("takes every line but the broken one, and names that by line and byte", async () => {
    const { bring, projectId } = await aProject();
    const good = (index: number) =>
      `${JSON.stringify({ external_id: `d${index}`, text: `Article ${index}` })}\n`;
    const before = Array.from({ length: 9_999 }, (_, index) => good(index)).join("");
    const after = Array.from({ length: 10_000 }, (_, index) => good(10_000 + index)).join("");
    const report = await bring(`${before}{"text":"broken\n${after}`);
    expect(report).toMatchObject({ state: "done", created: 19_999, failed: 1, skipped: 0 });
    expect(report.errors).toMatchObject([{ line: 10_000, byte: before.length, code: "malformed_json" }]);
    expect(await db.prisma.document.count({ where: { projectId } })).toBe(19_999);
  }, 60_000);

  it("refuses a day that there is not, by line, byte and code", async () => {
    const { bring, documents } = await aProject();
    const first = '{"text":"one","published_at":"2019-02-28"}\n';
    const report = await bring(`${first}{"text":"two","published_at":"2019-02-31"}\n{"text":"three"}`);
    expect(report).toMatchObject({ created: 2, failed: 1 });
    expect(report.errors).toMatchObject([{ line: 2, byte: first.length, code: "invalid_date" }]);
    expect((await documents()).map(({ publishedAt }) => publishedAt)).toEqual(["2019-02-28", null]);
  });

  it("reads a byte order mark, CRLF, blank lines and a last line without its end", async () => {
    const { bring, documents } = await aProject();
    const report = await bring('\ufeff{"text":"one"}\r\n\r\n   \n{"text":"two"}');
    expect(report).toMatchObject({ created: 2, failed: 0 });
    expect((await documents()).map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it("passes a line of 20 MB by and goes on behind it", async () => {
    const { bring, documents } = await aProject();
    const long = `{"text":"${"x".repeat(20_000_000)}"}\n`;
    const report = await bring(`{"text":"before"}\n${long}{"text":"after"}\n`);
    expect(report).toMatchObject({
      created: 2,
      failed: 1,
      errors: [{ line: 2, byte: 18, code: "line_too_long" }],
    });
    expect((await documents()).map(({ text }) => text)).toEqual(["before", "after"]);
  });

  it.each([
    [
      "invalid_utf8",
      Buffer.concat([Buffer.from('{"text":"caf'), Buffer.from([0xe9]), Buffer.from('"}')]),
      12,
    ],
    ["invalid_utf8", Buffer.from('{"text":"a"}', "utf16le"), 1],
    ["invalid_utf8", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"text":"a"}', "utf16le")]), 0],
    ["nul_char", Buffer.from('{"text":"a\\u0000b"}'), 0],
    ["nul_char", Buffer.from('{"text":"a\0b"}'), 0],
    ["nul_char", Buffer.from('{"text":"a","meta":{"x":["\\u0000"]}}'), 0],
    ["ill_formed_unicode", Buffer.from('{"text":"a\\ud800b"}'), 0],
    ["ill_formed_unicode", Buffer.from('{"text":"a","\\udfff":1}'), 0],
    ["too_deep", Buffer.from(`{"text":"a","x":${"[".repeat(100_000)}`), 0],
    ["malformed_json", Buffer.from("text: a"), 0],
    ["not_an_object", Buffer.from('["text"]'), 0],
    ["missing_text", Buffer.from('{"body":"a"}'), 0],
    ["missing_text", Buffer.from('{"text":7}'), 0],
    ["empty_text", Buffer.from('{"text":""}'), 0],
    ["empty_text", Buffer.from('{"text":" \\r\\n\\u2003\\ufeff"}'), 0],
    ["text_too_large", Buffer.from(`{"text":"${"é".repeat(5_500_000)}"}`), 0],
    [
      "text_damaged",
      Buffer.from(`{"text":"a","offset_unit":"codepoint","text_sha256":"${"0".repeat(64)}"}`),
      0,
    ],
    ["invalid_number", Buffer.from('{"text":"a","views":9007199254740993}'), 0],
    ["invalid_number", Buffer.from('{"text":"a","views":1e400}'), 0],
    ["forbidden_key", Buffer.from('{"text":"a","meta":{"deep":[{"__proto__":{"polluted":true}}]}}'), 0],
    ["forbidden_key", Buffer.from('{"text":"a","constructor":{"prototype":1}}'), 0],
    ["invalid_external_id", Buffer.from(`{"text":"a","external_id":"${"x".repeat(501)}"}`), 0],
    ["conflicting_metadata", Buffer.from('{"text":"a","title":"A","meta":{"title":"B"}}'), 0],
    ["invalid_metadata", Buffer.from(`{"text":"a","${"k".repeat(1_000_000)}":1}`), 0],
  ])("answers %s, with a remedy, and takes the lines around it", async (code, line, byte) => {
    const { bring, documents } = await aProject();
    const first = Buffer.from('{"text":"before"}\n');
    const report = await bring(Buffer.concat([first, line, Buffer.from('\n{"text":"after"}\n')]));
    expect(report.errors.filter(({ code: found }) => found === code)).toMatchObject([
      { line: 2, byte: first.length + byte },
    ]);
    expect(report.errors[0]?.message).toMatch(/\. [A-Z][^.]*\.$/);
    expect((await documents()).map(({ text }) => text)).toEqual(expect.arrayContaining(["before"]));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("keeps 10,000 errors and counts the rest", async () => {
    const { bring } = await aProject();
    const report = await bring("x\n".repeat(10_050));
    expect(report).toMatchObject({ created: 0, failed: 10_050 });
    expect(report.errors).toHaveLength(10_000);
  });

  it.each<readonly [string, Buffer]>([
    ["empty_file", Buffer.from("")],
    ["empty_file", Buffer.from("\ufeff\r\n \n")],
    ["binary_file", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0])],
    ["binary_file", Buffer.from("%PDF-1.7\n1 0 obj\n")],
    ["other_format", Buffer.from('{"type":"archive","format":"triptych","version":1}\n{"type":"user"}\n')],
  ])("is refused with one word, %s, where no line of it can be read", async (code, content) => {
    const { bring, documents } = await aProject();
    expect(await codeOf(bring(content))).toBe(code);
    expect(await documents()).toEqual([]);
  });

  it("is refused to annotators, and does not exist for strangers", async () => {
    const { projectId } = await aProject();
    const as = (userId: UserId) =>
      codeOf(importDocuments(contextOf(db, userId), importInput(projectId, '{"text":"a"}')));
    expect(await as(await world.member(projectId, "annotator"))).toBe("forbidden");
    expect(await as(await world.person())).toBe("not_found");
    expect(await db.prisma.document.findMany({ where: { projectId } })).toEqual([]);
  });
});

describe("strict", () => {
  it("creates nothing because of one broken line, and says which", async () => {
    const { bring, documents } = await aProject();
    const many = lines(...Array.from({ length: 1_200 }, (_, index) => ({ text: `Article ${index}` })));
    const report = await bring(`${many}{"text":\n${many}`, { strict: true });
    expect(report).toMatchObject({
      state: "failed",
      created: 0,
      skipped: 0,
      failed: 1,
      errors: [{ line: 1_201 }],
    });
    expect(await documents()).toEqual([]);
  });

  it("changes nothing of a file without faults", async () => {
    const { bring } = await aProject();
    expect(await bring(lines({ text: "one" }), { strict: true })).toMatchObject({
      state: "done",
      created: 1,
    });
  });
});

describe("an import of a text", () => {
  it("makes one document of the file, named after it", async () => {
    const { bring, documents } = await aProject();
    const report = await bring("\ufeffFirst line\r\nsecond 🚲\n", { format: "txt", name: "article.txt" });
    expect(report).toMatchObject({ created: 1, failed: 0 });
    expect(await documents()).toMatchObject([
      { externalId: "article.txt", title: "First line", text: "First line\r\nsecond 🚲\n" },
    ]);
  });

  it("refuses a text of 11 MB whole, and takes one of 10", async () => {
    const { bring, documents } = await aProject();
    expect(await codeOf(bring("x".repeat(11 * 1024 * 1024), { format: "txt" }))).toBe("text_too_large");
    expect(await bring("x".repeat(10 * 1024 * 1024), { format: "txt" })).toMatchObject({ created: 1 });
    expect(await documents()).toMatchObject([{ length: 10 * 1024 * 1024 }]);
  });

  it.each<readonly [string, Buffer]>([
    ["empty_file", Buffer.from("")],
    ["empty_file", Buffer.from("\ufeff")],
    ["binary_file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ["other_format", Buffer.from('{"type":"archive","version":1}\n')],
  ])("is refused with one word, %s, where it is no text", async (code, content) => {
    const { bring, documents } = await aProject();
    expect(await codeOf(bring(content, { format: "txt", name: "a.txt" }))).toBe(code);
    expect(await documents()).toEqual([]);
  });

  it.each([
    ["empty_text", Buffer.from(" \r\n\t")],
    ["invalid_utf8", Buffer.from([0x63, 0x61, 0x66, 0xe9])],
    ["nul_char", Buffer.from("a text with \0 in it")],
  ])("answers %s", async (code, content) => {
    const { bring, documents } = await aProject();
    expect(await bring(content, { format: "txt", name: "a.txt" })).toMatchObject({
      created: 0,
      failed: 1,
      errors: [{ code }],
    });
    expect(await documents()).toEqual([]);
  });
});
