import { v7 } from "uuid";
import { OPERATOR } from "@/lib/core/access/actor";
import type { Id } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import type { Context } from "@/lib/usecases/context";

/** What a use case is given at the command line: whoever sits there manages the whole installation. */
export function operatorContext(db: Database): Context {
  return {
    actor: OPERATOR,
    now: () => new Date(),
    newId: <K extends string>() => v7() as Id<K>,
    db,
    // A running server sees by itself, within seconds, that logs have grown.
    announce: () => undefined,
    show: () => undefined,
  };
}
