import type { Fault } from "../errors";
import type { Attribute, Schema } from "./schema";

interface Keyed {
  readonly key: string;
  readonly attributes: readonly Attribute[];
}

/**
 * What `after` takes away from `before` that annotations may refer to; empty when nothing. Labels, relation types,
 * attributes and the values of an attribute can be added, reordered and, but for values, renamed; a label can be
 * archived. None of them can be removed, and an attribute keeps its type.
 */
export function checkChange(before: Schema, after: Schema): readonly Fault[] {
  return [
    ...checkKept(before.labels, after.labels, "labels", "label", "Archive it instead."),
    ...checkKept(before.relationTypes, after.relationTypes, "relationTypes", "relation type", "Keep it."),
  ];
}

function checkKept(
  before: readonly Keyed[],
  after: readonly Keyed[],
  path: string,
  word: string,
  instead: string,
): readonly Fault[] {
  return before.flatMap((was) => {
    const index = after.findIndex(({ key }) => key === was.key);
    const is = after[index];
    if (is === undefined)
      return [fault(path, "removed", `The ${word} “${was.key}” cannot be removed. ${instead}`)];
    return checkAttributesKept(was.attributes, is.attributes, `${path}[${index}].attributes`);
  });
}

function checkAttributesKept(
  before: readonly Attribute[],
  after: readonly Attribute[],
  path: string,
): readonly Fault[] {
  return before.flatMap((was) => {
    const index = after.findIndex(({ key }) => key === was.key);
    const is = after[index];
    if (is === undefined)
      return [fault(path, "removed", `The attribute “${was.key}” cannot be removed. Keep it.`)];
    return [...checkType(was, is, `${path}[${index}]`), ...checkValuesKept(was, is, `${path}[${index}]`)];
  });
}

function checkType(was: Attribute, is: Attribute, path: string): readonly Fault[] {
  if (was.type !== is.type) {
    const message = `“${was.key}” is of type ${was.type} and stays so. Add another attribute instead.`;
    return [fault(`${path}.type`, "type_changed", message)];
  }
  if (was.multiple === is.multiple) return [];
  const many = was.multiple ? "several values" : "one value";
  return [
    fault(
      `${path}.multiple`,
      "type_changed",
      `“${was.key}” takes ${many} and keeps to it. Add another attribute instead.`,
    ),
  ];
}

function checkValuesKept(was: Attribute, is: Attribute, path: string): readonly Fault[] {
  if (was.type !== "enum" || is.type !== "enum") return [];
  return was.values
    .filter((value) => !is.values.includes(value))
    .map((value) =>
      fault(
        `${path}.values`,
        "removed",
        `The value “${value}” of “${was.key}” cannot be removed or renamed. Keep it.`,
      ),
    );
}

function fault(path: string, code: "removed" | "type_changed", message: string): Fault {
  return { path, code, message };
}
