import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { codeOf } from "@/lib/testing/code-of";
import { importDesk, importInput, jsonLinesOf as lines } from "@/lib/testing/import-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { chunked } from "@/lib/testing/uploads";
import { contextOf, newId as aNewId } from "@/lib/testing/world";
import type { Context } from "../context";
import { importDocuments } from "./import-documents";

const db = await testDatabase();
const aProject = () => importDesk(db);

describe("an upload that is not whole", () => {
  it.each([1, -1])("creates nothing when it announced %i byte more than it has", async (more) => {
    const { bring, documents } = await aProject();
    const content = lines({ text: "one" }, { text: "two" });
    expect(await codeOf(bring(content, { announced: content.length + more }))).toBe("truncated");
    expect(await documents()).toEqual([]);
  });

  it("creates nothing when the sender hangs up half way", async () => {
    const { bring, documents } = await aProject();
    async function* half() {
      yield* chunked(
        Buffer.from(lines(...Array.from({ length: 2_000 }, () => ({ text: "An article" })))),
        1000,
      );
      throw new AppError("truncated");
    }
    expect(await codeOf(bring("", { bytes: half(), announced: null }))).toBe("truncated");
    expect(await documents()).toEqual([]);
  });

  it("creates nothing when the sender gives up while it is being stored", async () => {
    const { bring, documents } = await aProject();
    expect(await codeOf(bring(lines({ text: "one" }), { signal: AbortSignal.abort() }))).toBe("truncated");
    expect(await documents()).toEqual([]);
  });

  it("creates nothing when the sender gives up while one batch is stored and the next is read", async () => {
    const { projectId, manager, documents } = await aProject();
    const sender = new AbortController();
    let made = 0;
    const newId: Context["newId"] = () => {
      made += 1;
      if (made === 250) sender.abort();
      return aNewId();
    };
    const content = lines(...Array.from({ length: 1_000 }, () => ({ text: "An article" })));
    const input = { ...importInput(projectId, content), signal: sender.signal };
    expect(await codeOf(importDocuments({ ...contextOf(db, manager), newId }, input))).toBe("truncated");
    expect(await documents()).toEqual([]);
  });
});
