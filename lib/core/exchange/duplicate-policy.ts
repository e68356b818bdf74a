import { fault, type LineFault } from "./line-fault";

/** What becomes of a line whose external id the project knows already. */
export const DUPLICATE_POLICIES = ["skip", "update", "error"] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** A document that has the external id of a line, from before or from an earlier line of the file. */
export interface KnownDocument {
  readonly textSha256: string;
  readonly inTrash: boolean;
}

/** What to do with a line. A text never changes: another one under a known id is a fault, not a duplicate. */
export function fateOf(
  line: { readonly externalId: string | null; readonly textSha256: string },
  known: KnownDocument | undefined,
  policy: DuplicatePolicy,
): "create" | "update" | "skip" | LineFault {
  if (known === undefined || line.externalId === null) return "create";
  const name = `“${line.externalId.slice(0, 80)}”`;
  if (known.inTrash) {
    return fault(
      "in_trash",
      `The document ${name} is in the trash. Restore it first, or give the line another external id.`,
    );
  }
  if (policy === "error") {
    return fault(
      "duplicate_external_id",
      `There is a document ${name} already. Leave the line out, or give it another external id.`,
    );
  }
  if (known.textSha256 !== line.textSha256) {
    return fault(
      "text_differs",
      `The document ${name} has another text, and texts never change. Give the line another external id.`,
    );
  }
  return policy;
}
