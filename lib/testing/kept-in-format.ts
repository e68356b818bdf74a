import { at } from "@/lib/core/at";
import type { ImportLine } from "@/lib/core/exchange/import-line";
import { isFault, type LineFault } from "@/lib/core/exchange/line-fault";
import type { Loss, LossKind } from "@/lib/core/exchange/formats/loss";
import { placeSpans, type OffsetUnit, type PlacedSpans } from "@/lib/core/exchange/offset-unit";
import type { TrainingSource } from "@/lib/core/exchange/training-row";
import { DocumentText } from "@/lib/core/text/document-text";

/** What a set says, without the ids of its parts: relations name places in `spans`. */
export interface Said {
  readonly text: string;
  readonly annotator: string;
  readonly spans: readonly SaidSpan[];
  readonly relations: readonly unknown[];
}

export interface SaidSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly note: string | null;
}

/** What is to come back of a source: all of it but for what was reported as lost. */
export function saidWithout(
  { document, set, spans, relations }: TrainingSource,
  losses: readonly Loss[],
): Said {
  const isLost = (kind: LossKind, of: string | null) =>
    losses.some((loss) => loss.kind === kind && loss.of === of);
  const kept = spans.filter(({ id }) => !isLost("span", id) && !isLost("overlap", id));
  const places = new Map(kept.map(({ id }, index) => [id, index]));
  return {
    text: document.text,
    annotator: isLost("annotator", null) ? "" : (set?.annotator ?? ""),
    spans: kept.map(({ id, start, end, label, attributes, note }) => ({
      start,
      end,
      label,
      attributes: Object.fromEntries(
        Object.entries(attributes).filter(
          ([key]) =>
            !losses.some(
              ({ kind, of, reason }) => kind === "attribute" && of === id && reason.startsWith(`${key} =`),
            ),
        ),
      ),
      note: isLost("note", id) ? null : note,
    })),
    relations: relations
      .filter(({ id }) => !isLost("relation", id))
      .map(({ type, from, to, attributes }) => ({
        type,
        from: places.get(from),
        to: places.get(to),
        attributes,
      })),
  };
}

/** What a line of an import says; offsets in `usual` where neither it nor its quotes tell. */
export function saidBy(line: ImportLine | LineFault, usual: OffsetUnit = "codepoint"): Said {
  const { text, annotator, spans, relations, unit } = sound(line);
  const placed = sound<PlacedSpans>(placeSpans(spans, DocumentText.of(text), { stated: unit, usual }));
  return {
    text,
    annotator,
    spans: spans.map(({ label, attributes, note }, index) => ({
      ...at(placed.spans, index),
      label,
      attributes,
      note,
    })),
    relations,
  };
}

function sound<T extends object>(result: T | LineFault): T {
  if (isFault(result)) throw new Error(JSON.stringify(result));
  return result;
}
