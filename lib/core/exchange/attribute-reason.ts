import { attributeProblem, MAX_TEXT_VALUE } from "../schema/attribute-value";
import type { Attribute, AttributeValue, AttributeValues } from "../schema/schema";

const MAX_SHOWN = 80;

/** Which of `values` the schema does not allow for `owner`, a label or a relation type, and what it would allow. */
export function attributeReason(
  owner: string,
  attributes: readonly Attribute[],
  values: AttributeValues,
): string {
  const problem = attributeProblem(attributes, values);
  const value = problem === null ? undefined : values[problem.key];
  if (problem === null || value === undefined)
    throw new RangeError(`every attribute of “${owner}” is as the schema has it`);
  const attribute = attributes.find(({ key }) => key === problem.key);
  if (attribute === undefined) {
    const known =
      attributes.length === 0 ? "It has none" : `It has ${attributes.map(({ key }) => key).join(", ")}`;
    return `“${owner}” has no attribute “${problem.key}”. ${known}; add it to the schema first, or leave it out.`;
  }
  return `“${problem.key}” of “${owner}” cannot be ${shown(value)}. Give ${wanted(attribute)}, or change the schema first.`;
}

function shown(value: AttributeValue): string {
  const json = JSON.stringify(value);
  return json.length <= MAX_SHOWN ? json : `${[...json].slice(0, MAX_SHOWN).join("")}…`;
}

function wanted(attribute: Attribute): string {
  const limit = `1 to ${MAX_TEXT_VALUE.toLocaleString("en")} characters`;
  switch (attribute.type) {
    case "enum": {
      const values = attribute.values.map((value) => `“${value}”`).join(", ");
      return attribute.multiple ? `a list of some of ${values}, each once` : `one of ${values}`;
    }
    case "text":
      return attribute.multiple ? `a list of texts of ${limit}, each once` : `a text of ${limit}`;
    case "boolean":
      return "true or false";
    case "number":
      return "a number";
  }
}
