import type { Attribute, Schema } from "../../schema/schema";

/** What the parts of a labelling configuration are called, to which results refer. */
export const REGION = "label";
export const TEXT = "text";
const ATTRIBUTE = "attribute_";

export function attributeName(key: string): string {
  return `${ATTRIBUTE}${key}`;
}

/** The key of an attribute that a control is for; a control of somebody else's is called like the attribute. */
export function attributeKey(name: string): string {
  return name.startsWith(ATTRIBUTE) ? name.slice(ATTRIBUTE.length) : name;
}

/** The schema as a labelling configuration: labels, relations, and for each attribute a control at the regions that have it. */
export function labelingConfig(schema: Schema | undefined): string {
  const { labels = [], relationTypes = [] } = schema ?? {};
  const controls = new Map<string, { readonly attribute: Attribute; readonly on: string[] }>();
  for (const { key, attributes } of labels) {
    for (const attribute of attributes) {
      const known = controls.get(attribute.key);
      if (known === undefined) controls.set(attribute.key, { attribute, on: [key] });
      else known.on.push(key);
    }
  }
  return [
    "<View>",
    `  <Labels name="${REGION}" toName="${TEXT}">`,
    ...labels.map(
      ({ key, name }) =>
        `    <Label value="${escaped(key)}" alias="${escaped(key)}" hint="${escaped(name)}"/>`,
    ),
    "  </Labels>",
    "  <Relations>",
    ...relationTypes.map(({ key }) => `    <Relation value="${escaped(key)}"/>`),
    "  </Relations>",
    `  <Text name="${TEXT}" value="$text"/>`,
    ...[...controls.values()].flatMap(({ attribute, on }) => control(attribute, on)),
    "</View>",
    "",
  ].join("\n");
}

function control(attribute: Attribute, on: readonly string[]): readonly string[] {
  const where = `name="${escaped(attributeName(attribute.key))}" toName="${TEXT}" perRegion="true" whenTagName="${REGION}" whenLabelValue="${escaped(on.join(","))}"`;
  const title = `  <Header value="${escaped(attribute.name)}" size="6"/>`;
  switch (attribute.type) {
    case "enum":
    case "boolean": {
      const values = attribute.type === "enum" ? attribute.values : ["true", "false"];
      return [
        title,
        `  <Choices ${where} choice="${attribute.multiple ? "multiple" : "single"}">`,
        ...values.map((value) => `    <Choice value="${escaped(value)}"/>`),
        "  </Choices>",
      ];
    }
    case "number":
      return [title, `  <Number ${where}/>`];
    case "text":
      return [
        title,
        `  <TextArea ${where} maxSubmissions="${attribute.multiple ? 100 : 1}" editable="true"/>`,
      ];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (letter) => ENTITIES[letter] ?? letter);
}
