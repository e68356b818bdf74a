import { isFault } from "@/lib/core/exchange/line-fault";
import type { RawLine } from "@/lib/core/exchange/line-splitter";
import { OFFSET_UNITS, provenUnit, type OffsetUnit } from "@/lib/core/exchange/offset-unit";
import { DocumentText } from "@/lib/core/text/document-text";
import { decodeLine } from "./decode-line";

/**
 * What the offsets of a whole file count: the unit that its quotes prove or its lines state; code points, as the format
 * says, where none does; null where some lines have one and some the other.
 */
export async function unitOfFile(lines: AsyncIterable<readonly RawLine[]>): Promise<OffsetUnit | null> {
  const proven = new Set<OffsetUnit>();
  for await (const some of lines) {
    for (const line of some) {
      const decoded = decodeLine(line);
      if (isFault(decoded) || decoded.content.spans.length === 0) continue;
      const { spans, text, unit } = decoded.content;
      const found = provenUnit(spans, DocumentText.of(text), unit);
      if (found !== null) proven.add(found);
      if (proven.size === OFFSET_UNITS.length) return null;
    }
  }
  const [unit = "codepoint"] = proven;
  return unit;
}
