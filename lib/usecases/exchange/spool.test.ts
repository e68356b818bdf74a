import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { chunked, uploadOf } from "@/lib/testing/uploads";
import { spool, type Spool } from "./spool";

const LIMIT = { bytes: 1_000_000, beyond: "too_large" } as const;

async function contentOf(upload: Spool): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of upload.read()) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString();
}

describe("a spool", () => {
  it("gives back what came, as often as it is asked, and has no name on disk", async () => {
    const content = "An article 🚲\n".repeat(50_000);
    const upload = await spool(uploadOf(content), LIMIT);
    expect(await contentOf(upload)).toBe(content);
    expect(await contentOf(upload)).toBe(content);
    const named = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("triptych-upload-"));
    await expect.poll(named).toEqual([]);
    await upload.close();
  });

  it("is read in pieces of one and the same memory", async () => {
    const upload = await spool(uploadOf("x".repeat(LIMIT.bytes)), LIMIT);
    const memories = new Set<ArrayBufferLike>();
    for await (const piece of upload.read()) memories.add(piece.buffer);
    expect(memories.size).toBe(1);
    await upload.close();
  });

  it("takes as much as is allowed and not one byte more", async () => {
    const exactly = await spool(uploadOf("x".repeat(LIMIT.bytes)), LIMIT);
    expect(exactly.size).toBe(LIMIT.bytes);
    await exactly.close();
    const more = Buffer.alloc(LIMIT.bytes + 1);
    await expect(spool(uploadOf(more), LIMIT)).rejects.toMatchObject({ code: "too_large" });
    await expect(spool({ bytes: chunked(more), announced: null }, LIMIT)).rejects.toMatchObject({
      code: "too_large",
    });
  });

  it.each([9, 11])("refuses 10 bytes that were announced as %i", async (announced) => {
    const upload = { ...uploadOf("ten bytes."), announced };
    await expect(spool(upload, LIMIT)).rejects.toMatchObject({ code: "truncated" });
  });

  it("passes on that the sender hung up", async () => {
    async function* half(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("half"));
      throw new AppError("truncated");
    }
    await expect(spool({ bytes: half(), announced: null }, LIMIT)).rejects.toMatchObject({
      code: "truncated",
    });
  });
});
