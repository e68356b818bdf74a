/** What a file turns out to be before any of its lines is read. */
export type FileKind = "empty" | "binary" | "archive" | "text";

/** How many of a file's first bytes tell what it is. */
export const HEAD_BYTES = 4096;

/** Read byte by byte: behind a byte order mark, all of it is ASCII. */
const ARCHIVE_HEAD = /^(?:\u00ef\u00bb\u00bf)?\s*\{\s*"type"\s*:\s*"archive"/;

/** zip and with it Word and Excel, PDF, gzip, older Word, 7z, rar, PNG, JPEG, GIF, SQLite. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x1f, 0x8b, 0x08],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];

const UTF16_MARKS: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Tells what a file is from its first bytes. Text in another encoding stays text: its lines are refused with the place of
 * the first byte that is not UTF-8, which says more.
 */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head.length === 0) return "empty";
  if (SIGNATURES.some((signature) => beginsWith(head, signature))) return "binary";
  if (UTF16_MARKS.some((mark) => beginsWith(head, mark))) return "text";
  if (controlsIn(head) > Math.max(4, head.length / 32)) return "binary";
  return ARCHIVE_HEAD.test(String.fromCharCode(...head)) ? "archive" : "text";
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Control characters that no text has. NUL is not counted: it stands in every second byte of UTF-16. */
function controlsIn(head: Uint8Array): number {
  return head.filter((byte) => byte > 0 && byte < 0x20 && !WHITE_SPACE.has(byte) && byte !== ESCAPE).length;
}

const WHITE_SPACE: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d]);
const ESCAPE = 0x1b;
