import type { Missing } from "@/lib/core/annotation/completeness";
import { relationTypeOf, type Attribute, type Schema } from "@/lib/core/schema/schema";

/** For each annotation that lacks something, the first thing it lacks as a short question: “polarity?”, “made by?”. */
export function missingWords(missing: readonly Missing[], schema: Schema): ReadonlyMap<string, string> {
  const attributes: readonly Attribute[] = schema.labels.flatMap((label) => label.attributes);
  const words = new Map<string, string>();
  for (const one of missing) {
    if (words.has(one.annotation)) continue;
    switch (one.kind) {
      case "attribute":
        words.set(
          one.annotation,
          `${(attributes.find(({ key }) => key === one.key)?.name ?? one.key).toLowerCase()}?`,
        );
        break;
      case "too_few":
        words.set(one.annotation, `${relationTypeOf(schema, one.type)?.name ?? one.type}?`);
        break;
      case "too_many":
        words.set(one.annotation, `too many ${relationTypeOf(schema, one.type)?.name ?? one.type}`);
        break;
    }
  }
  return words;
}
