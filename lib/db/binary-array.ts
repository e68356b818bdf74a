/** Types whose binary form is made here, with their numbers in PostgreSQL's catalogue, which are the same everywhere. */
const OID = { text: 25, tsvector: 3614 } as const;

const HEADER_BYTES = 20;
const ONE_DIMENSION = 1;
const NO_NULLS = 0;
const FIRST_INDEX = 1;

/**
 * Strings as a parameter of type `text[]` in PostgreSQL's binary form, which nobody has to escape and to parse: the
 * driver sends bytes as they are. For what is long.
 */
export function textArray(values: readonly string[]): Uint8Array<ArrayBuffer> {
  return binaryArray(
    OID.text,
    values.map((characters) => ({ head: [], characters })),
  );
}

/** As `textArray`, of type `tsvector[]`: of each text its words, each once and in any order, without a NUL in them. */
export function vectorArray(values: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return binaryArray(
    OID.tsvector,
    values.map((words) => ({ head: [words.length], characters: [...words, ""].join(END_OF_WORD) })),
  );
}

/** Its last character, and how many places of the text are known: none. */
const END_OF_WORD = "\0\0\0";

interface Element {
  readonly head: readonly number[];
  readonly characters: string;
}

function binaryArray(oid: number, elements: readonly Element[]): Uint8Array<ArrayBuffer> {
  const lengths = elements.map(({ head, characters }) => 4 * head.length + Buffer.byteLength(characters));
  const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + 4 + length, HEADER_BYTES));
  const writeAll = (numbers: readonly number[], from: number) =>
    numbers.reduce((at, number) => bytes.writeInt32BE(number, at), from);
  let at = writeAll([ONE_DIMENSION, NO_NULLS, oid, elements.length, FIRST_INDEX], 0);
  elements.forEach(({ head, characters }, index) => {
    at = writeAll([lengths[index] ?? 0, ...head], at);
    at += bytes.write(characters, at);
  });
  return bytes;
}
