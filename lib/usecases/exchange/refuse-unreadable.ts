import { AppError } from "@/lib/core/errors";
import { fileKindOf, HEAD_BYTES } from "@/lib/core/exchange/file-kind";
import type { Spool } from "./spool";

/**
 * Says in one word what a look at the file's beginning tells, where every line of it would only fail.
 * @throws AppError `empty_file`, `binary_file`; `other_format` for an archive where articles are wanted.
 */
export async function refuseUnreadable(upload: Spool, wanted: "articles" | "archive"): Promise<void> {
  switch (fileKindOf(await headOf(upload))) {
    case "empty":
      throw new AppError("empty_file");
    case "binary":
      throw new AppError("binary_file");
    case "archive":
      if (wanted !== "archive") throw new AppError("other_format");
      return;
    case "text":
      return;
  }
}

async function headOf(upload: Spool): Promise<Uint8Array> {
  for await (const chunk of upload.read()) return chunk.subarray(0, HEAD_BYTES);
  return new Uint8Array();
}
