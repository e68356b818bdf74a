import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImportLine } from "./import-line";

const metaOf = (line: object): unknown => {
  const result = readImportLine({ text: "A text", ...line });
  return "meta" in result ? result.meta : result;
};

describe("an import line", () => {
  it("keeps every key that it does not know", () => {
    const foreign = { id: 7, label: [[0, 1, "X"]], set: "a", entities: [] };
    expect(metaOf(foreign)).toEqual({ extra: foreign });
  });

  it("reads metadata from `meta`, from beside it, and from both", () => {
    const expected = { title: "T", language: "en", extra: { page: 3 } };
    expect(metaOf({ meta: { title: "T", language: "en", page: 3 } })).toEqual(expected);
    expect(metaOf({ title: "T", language: "en", page: 3 })).toEqual(expected);
    expect(metaOf({ title: "T", meta: { language: "en", extra: '{"page":3}' } })).toEqual(expected);
    expect(metaOf({ title: "T", meta: { language: "en", extra: { page: 3 } } })).toEqual(expected);
  });

  it("keeps what does not fit a field as further metadata", () => {
    const odd = {
      title: ["a"],
      published_at: "last week",
      language: "English, mostly",
      url: "x".repeat(3000),
      source: " ",
    };
    expect(metaOf(odd)).toEqual({ extra: odd });
    expect(metaOf({ meta: "none", extra: "not JSON" })).toEqual({
      extra: { meta: "none", extra: "not JSON" },
    });
  });

  it("refuses a date that is in no calendar, and says where", () => {
    for (const key of ["published_at", "publishedAt"]) {
      expect(metaOf({ meta: { [key]: "2019-02-31" } })).toEqual({
        code: "invalid_date",
        message: expect.stringMatching(new RegExp(`^“${key}” is 2019-02-31, which is no date`)) as unknown,
      });
    }
    expect(metaOf({ published_at: "2020-02-29" })).toEqual({ publishedAt: "2020-02-29", extra: {} });
  });

  it("tells null from absent", () => {
    expect(metaOf({ meta: { title: null, extra: null } })).toEqual({ title: null, extra: {} });
  });

  it("refuses a key that would be there twice", () => {
    expect(metaOf({ page: 1, meta: { page: 2 } })).toMatchObject({ code: "conflicting_metadata" });
    expect(metaOf({ page: 1, extra: { page: 2 } })).toMatchObject({ code: "conflicting_metadata" });
  });

  it("looks for reserved keys inside of `extra` in JSON, too", () => {
    expect(metaOf({ meta: { extra: '{"a":{"__proto__":1}}' } })).toMatchObject({ code: "forbidden_key" });
    expect(metaOf({ meta: { extra: '{"a":"\\u0000"}' } })).toMatchObject({ code: "nul_char" });
  });

  it.each([
    [77, "77"],
    ["a", "a"],
    [null, null],
  ])("takes %j as an external id", (external_id, externalId) => {
    expect(readImportLine({ text: "A text", external_id })).toMatchObject({ externalId });
  });

  it.each(["", 1.5, true, [], "x".repeat(501)])("refuses %j as an external id", (external_id) => {
    expect(readImportLine({ text: "A text", external_id })).toMatchObject({ code: "invalid_external_id" });
  });

  it("lets relations name spans by id or by place", () => {
    const spans = [
      { id: "x", start: 0, end: 1, label: "claim" },
      { id: 0, start: 2, end: 6, label: "actor" },
    ];
    const ends = (from: unknown, to: unknown) =>
      readImportLine({ text: "A text", spans, relations: [{ type: "made_by", from, to }] });
    expect(ends("x", 1)).toMatchObject({ relations: [{ from: 0, to: 1 }] });
    // An id comes before a place: the second span is called 0.
    expect(ends("x", 0)).toMatchObject({ relations: [{ from: 0, to: 1 }] });
    expect(ends("y", 1)).toMatchObject({ code: "invalid_annotations" });
  });

  it("throws at nothing that JSON can say", () => {
    const key = fc.constantFrom(
      "text",
      "meta",
      "spans",
      "relations",
      "external_id",
      "extra",
      "title",
      "set",
      "offset_unit",
      "text_sha256",
      "x",
    );
    const small = fc.oneof(
      fc.constantFrom(null, -1, 0, 1.5, 2 ** 53, true, "", "{}", "a"),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const part = fc.dictionary(
      fc.constantFrom("start", "end", "label", "id", "type", "from", "to", "attributes", "quote"),
      small,
    );
    const line = fc.dictionary(key, fc.oneof(small, fc.array(part, { maxLength: 3 })));
    fc.assert(
      fc.property(line, (value) => {
        expect(readImportLine(JSON.parse(JSON.stringify(value)))).toBeTypeOf("object");
      }),
      { numRuns: 1000 },
    );
  });
});
