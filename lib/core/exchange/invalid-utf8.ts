/** The offset of the first byte that no UTF-8 text has there, or -1: what a failed decoder does not tell. */
export function invalidUtf8At(bytes: Uint8Array): number {
  for (let start = 0; start < bytes.length;) {
    const length = sequenceLength(bytes, start);
    if (length === 0) return start;
    start += length;
  }
  return -1;
}

/** How many bytes the character at `start` takes; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let index = 1; index < length; index++) {
    const byte = bytes[start + index];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return 0;
    if (index === 1 && !isSecond(first, byte)) return 0;
  }
  return length;
}

/** Leaves out overlong forms, surrogates and what lies beyond U+10FFFF. */
function isSecond(first: number, second: number): boolean {
  switch (first) {
    case 0xe0:
      return second >= 0xa0;
    case 0xed:
      return second < 0xa0;
    case 0xf0:
      return second >= 0x90;
    case 0xf4:
      return second < 0x90;
    default:
      return true;
  }
}
