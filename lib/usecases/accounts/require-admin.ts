import { AppError } from "@/lib/core/errors";
import type { Context } from "../context";

/** @throws AppError `forbidden` for whoever does not administer the installation. */
export function requireAdmin({ actor }: Context): void {
  if (!actor.isAdmin || actor.limits !== null) throw new AppError("forbidden");
}
