import { MAX_TEXT_BYTES } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import { fault, type LineError } from "@/lib/core/exchange/line-fault";
import { decodeUtf8, sha256, type DecodedLine } from "./decode-line";
import { isBlank } from "@/lib/core/text/is-blank";
import type { Spool } from "./spool";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Makes one document of a whole text file, exactly as it is but for a byte order mark at its start.
 * @throws AppError `text_too_large`, `empty_file`
 */
export async function decodeText(upload: Spool, name: string | null): Promise<DecodedLine | LineError> {
  const whole = new Uint8Array(upload.size);
  let length = 0;
  for await (const chunk of upload.read()) {
    whole.set(chunk, length);
    length += chunk.length;
  }
  const start = BYTE_ORDER_MARK.every((mark, index) => whole[index] === mark) ? BYTE_ORDER_MARK.length : 0;
  const bytes = whole.subarray(start);
  if (bytes.length > MAX_TEXT_BYTES) throw new AppError("text_too_large");
  if (bytes.length === 0) throw new AppError("empty_file");
  const text = decodeUtf8(bytes, start);
  if (typeof text !== "string") return { line: 1, ...text };
  if (isBlank(text))
    return {
      line: 1,
      byte: start,
      ...fault("empty_text", "There is nothing to read in the file. Leave it out."),
    };
  return {
    line: 1,
    byte: start,
    content: {
      externalId: name,
      text,
      textSha256: null,
      meta: { extra: {} },
      annotator: "",
      unit: null,
      spans: [],
      relations: [],
    },
    textSha256: sha256(text),
  };
}
