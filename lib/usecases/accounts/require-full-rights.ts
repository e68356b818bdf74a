import { AppError } from "@/lib/core/errors";
import type { Context } from "../context";

/**
 * For what a token that was cut down may not do: give itself the rights it was denied.
 * @throws AppError `forbidden`
 */
export function requireFullRights({ actor }: Context): void {
  if (actor.limits !== null) throw new AppError("forbidden");
}
