import { createHash } from "node:crypto";
import { MAX_TEXT_BYTES } from "@/lib/contracts/document";
import { invalidUtf8At } from "@/lib/core/exchange/invalid-utf8";
import { readImportLine, type ImportLine } from "@/lib/core/exchange/import-line";
import { jsonProblem, MAX_DEPTH } from "@/lib/core/exchange/json-problem";
import { fault, isFault, type LineError, type LineFault } from "@/lib/core/exchange/line-fault";
import type { RawLine } from "@/lib/core/exchange/line-splitter";

export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** A line that says what it should, with the hash of its text. */
export interface DecodedLine {
  readonly line: number;
  readonly byte: number;
  readonly content: ImportLine;
  readonly textSha256: string;
}

/** Makes of a line's bytes what they say, or the fault that keeps them from saying it. */
export function decodeLine({ number: line, byte, bytes }: RawLine): DecodedLine | LineError {
  const at = (found: LineFault): LineError => ({ line, byte, ...found });
  if (bytes === null)
    return at(
      fault("line_too_long", `The line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB. Split the text.`),
    );
  const source = decodeUtf8(bytes, byte);
  if (typeof source !== "string") return { line, ...source };
  const value = parseJson(source);
  if (isFault(value)) return at(value);
  const content = readImportLine(value.parsed);
  if (isFault(content)) return at(content);
  // Escapes only ever make JSON longer than what it stands for.
  if (bytes.length > MAX_TEXT_BYTES && Buffer.byteLength(content.text) > MAX_TEXT_BYTES) {
    return at(
      fault(
        "text_too_large",
        `The text is larger than ${MAX_TEXT_BYTES / 1024 / 1024} MiB. Split it into several documents.`,
      ),
    );
  }
  const textSha256 = sha256(content.text);
  if (content.textSha256 !== null && content.textSha256.toLowerCase() !== textSha256) {
    return at(
      fault("text_damaged", "The text is not the one that “text_sha256” was made of. Get the file again."),
    );
  }
  return { line, byte, content, textSha256 };
}

/** Of the text's UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param offset of the first of `bytes` in its file. */
export function decodeUtf8(
  bytes: Uint8Array,
  offset: number,
): string | (LineFault & { readonly byte: number }) {
  // Two bytes a character: what is left of a file in UTF-16.
  if (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0))
    return notUtf8(offset + (bytes[0] === 0 ? 0 : 1));
  const source = tryToDecode(bytes);
  if (source === null) return notUtf8(offset + invalidUtf8At(bytes));
  const nul = source.indexOf("\0");
  if (nul === -1) return source;
  return {
    byte: offset,
    ...fault("nul_char", `Contains a NUL character (U+0000) at character ${nul + 1}. Remove it.`),
  };
}

function tryToDecode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(byte: number): LineFault & { readonly byte: number } {
  return { byte, ...fault("invalid_utf8", `Byte ${byte} of the file is not UTF-8. Save the file as UTF-8.`) };
}

function parseJson(source: string): { readonly parsed: unknown } | LineFault {
  switch (jsonProblem(source)) {
    case "too_deep":
      return fault("too_deep", `Nested more than ${MAX_DEPTH} levels deep. Flatten it.`);
    case "invalid_number":
      return fault("invalid_number", "Holds a number that cannot be kept exactly. Write it as a string.");
    case null:
      break;
  }
  try {
    return { parsed: JSON.parse(source) as unknown };
  } catch (error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const where = position === undefined ? "" : ` (at character ${Number(position) + 1})`;
    return fault(
      "malformed_json",
      `The line is not valid JSON${where}. Write one complete object on each line.`,
    );
  }
}
