import { z, type ZodType } from "zod";
import { AppError } from "@/lib/core/errors";

/** The opaque place after which the next page begins. */
export function encodeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/**
 * The place that a cursor of such a list stands for.
 * @throws AppError `invalid` for anything that no list of this kind gave out.
 */
export function decodeCursor<T>(cursor: string, place: ZodType<T>): T {
  const parsed = place.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (parsed.success) return parsed.data;
  const message = "This is not a cursor of this list. Leave it out to begin anew.";
  throw new AppError("invalid", { faults: [{ path: "cursor", code: "invalid_cursor", message }] });
}

/** As `decodeCursor` of a list whose places are single ids. */
export function decodeId<T>(cursor: string, id: ZodType<T>): T {
  return decodeCursor(cursor, z.tuple([id]))[0];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
