import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { describe, expect, it } from "vitest";
import { zipBytes, type ZipPiece } from "./zip-bytes";

async function* given(pieces: readonly ZipPiece[]): AsyncGenerator<ZipPiece> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function filesIn(zip: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
  return Promise.all(
    entries.map(async (entry) => {
      if (entry.directory) throw new Error("a folder");
      return [entry.filename, await entry.getData(new TextWriter())] as const;
    }),
  );
}

const PIECES = [
  { path: "Ana/1.txt", text: "Mayor Ruiz 🚲\r\n" },
  { path: "Ana/1.ann", text: "" },
  { path: "list.jsonl", text: "1\n" },
  { path: "list.jsonl", text: "2\n" },
];

describe("zipBytes", () => {
  it("makes one file of the pieces that have one path, an empty one of an empty piece", async () => {
    expect(await filesIn(await wholeOf(zipBytes(given(PIECES))))).toEqual([
      ["Ana/1.txt", "Mayor Ruiz 🚲\r\n"],
      ["Ana/1.ann", ""],
      ["list.jsonl", "1\n2\n"],
    ]);
  });

  it("gives the same bytes for the same pieces", async () => {
    const [one, other] = [await wholeOf(zipBytes(given(PIECES))), await wholeOf(zipBytes(given(PIECES)))];
    expect(one.equals(other)).toBe(true);
  });

  it("is a whole archive also of nothing", async () => {
    expect(await filesIn(await wholeOf(zipBytes(given([]))))).toEqual([]);
  });

  it("fails with what failed while the pieces were made", async () => {
    async function* broken(): AsyncGenerator<ZipPiece> {
      yield { path: "a", text: "x".repeat(100_000) };
      await Promise.reject(new RangeError("the row does not hold"));
    }
    await expect(wholeOf(zipBytes(broken()))).rejects.toThrow("the row does not hold");
  });

  it("closes its source when nobody reads on", async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<ZipPiece> {
      try {
        for (let index = 0; ; index++) {
          yield await Promise.resolve({ path: `${index}`, text: `${index}`.repeat(10_000) });
        }
      } finally {
        isClosed = true;
      }
    }
    const bytes = zipBytes(endless());
    await bytes.next();
    await bytes.return(undefined);
    expect(isClosed).toBe(true);
  });
});
