import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { drain } from "./drain";
import { fileResponse } from "./file-response";

const piece = (text: string) => new TextEncoder().encode(text);

function aFile(pieces: readonly (string | Error)[]) {
  const seen = { asked: 0, ended: false };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for (const one of pieces) {
        seen.asked += 1;
        if (one instanceof Error) throw one;
        yield await Promise.resolve(piece(one));
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, file: { name: "a.jsonl", type: "application/x-ndjson", bytes: bytes() } };
}

const aRequest = (signal?: AbortSignal) =>
  new Request("http://localhost/", signal === undefined ? {} : { signal });

describe("a file on its way", () => {
  it("arrives whole, as an attachment", async () => {
    const { file, seen } = aFile(["one\n", "two\n"]);
    const response = await fileResponse(aRequest(), file);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.jsonl"');
    expect(await response.text()).toBe("one\ntwo\n");
    expect(seen.ended).toBe(true);
  });

  it("may be empty", async () => {
    expect(await (await fileResponse(aRequest(), aFile([]).file)).text()).toBe("");
  });

  it("that fails before its first bytes is a failure of the request", async () => {
    const { file } = aFile([new AppError("corrupt")]);
    await expect(fileResponse(aRequest(), file)).rejects.toMatchObject({ code: "corrupt" });
  });

  it("that fails later breaks off", async () => {
    const { file, seen } = aFile(["one\n", new AppError("corrupt")]);
    await expect((await fileResponse(aRequest(), file)).text()).rejects.toThrow("corrupt");
    expect(seen.ended).toBe(true);
  });

  it("is made no faster than it is read", async () => {
    const { file, seen } = aFile(["one\n", "two\n", "three\n"]);
    const reader = (await fileResponse(aRequest(), file)).body?.getReader();
    await reader?.read();
    expect(seen.asked).toBeLessThanOrEqual(2);
    await reader?.cancel();
    expect(seen.ended).toBe(true);
  });

  it("ends when the reader hangs up", async () => {
    const abort = new AbortController();
    const { file, seen } = aFile(["one\n", "two\n"]);
    const reader = (await fileResponse(aRequest(abort.signal), file)).body?.getReader();
    await reader?.read();
    abort.abort();
    await expect(reader?.read()).rejects.toThrow("nobody reads");
    await expect.poll(() => seen.ended).toBe(true);
  });

  it("ends when the reader stops reading", async () => {
    const { file, seen } = aFile(["one\n", "two\n", "three\n"]);
    await fileResponse(aRequest(), file, 10);
    await expect.poll(() => seen.ended).toBe(true);
  });

  it("is finished, if that is soon, when the server is asked to stop", async () => {
    const { file } = aFile(["one\n", "two\n"]);
    const response = await fileResponse(aRequest(), file);
    const stopped = drain(5_000);
    expect(await response.text()).toBe("one\ntwo\n");
    expect(await stopped).toBe(true);
  });
});
