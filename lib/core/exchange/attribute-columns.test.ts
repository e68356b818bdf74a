import { describe, expect, it } from "vitest";
import type { Attribute, Schema } from "../schema/schema";
import { attributeColumns, fillColumns } from "./attribute-columns";

const attribute = (key: string, type: "text" | "boolean" | "number", multiple = false) =>
  ({ key, name: key, type, multiple, required: false }) as Attribute;

function aSchema(version: number, ...labels: readonly (readonly Attribute[])[]): Schema {
  return {
    version,
    labels: labels.map((attributes, index) => ({
      key: `l${index}`,
      name: "L",
      color: "amber",
      hotkey: null,
      description: "",
      archived: false,
      attributes,
    })),
    relationTypes: [],
  };
}

describe("attribute columns", () => {
  it("are those of every label and version, the newest first, each once", () => {
    const { spans } = attributeColumns([
      aSchema(2, [attribute("b", "text")], [attribute("c", "text"), attribute("b", "text")]),
      aSchema(1, [attribute("a", "text")]),
    ]);
    expect(spans.map(({ key }) => key)).toEqual(["b", "c", "a"]);
  });

  it("hold null where there is no value, in their order", () => {
    const { spans } = attributeColumns([aSchema(1, [attribute("a", "text"), attribute("b", "boolean")])]);
    expect(JSON.stringify(fillColumns(spans, { b: false }))).toBe('{"a":null,"b":false}');
  });

  it("have one type, though labels disagree", () => {
    const { spans } = attributeColumns([
      aSchema(
        1,
        [attribute("many", "text", true), attribute("mixed", "boolean")],
        [attribute("many", "text"), attribute("mixed", "text")],
      ),
    ]);
    expect(fillColumns(spans, { many: "one", mixed: true })).toEqual({ many: ["one"], mixed: "true" });
    expect(fillColumns(spans, { many: ["one", "two"], mixed: "maybe" })).toEqual({
      many: ["one", "two"],
      mixed: "maybe",
    });
  });
});
