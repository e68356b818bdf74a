import { v7 } from "uuid";
import type { Actor } from "@/lib/core/access/actor";
import type { Id } from "@/lib/core/ids";
import type { Visit } from "@/lib/usecases/accounts/visit";
import type { Context } from "@/lib/usecases/context";
import { database } from "./database";
import { live } from "./live/live";

/** What a use case is given on behalf of `actor`. */
export function makeContext(actor: Actor): Context {
  const { announce, show } = live();
  return { ...makeVisit(), actor, announce, show };
}

/** What a use case is given when nobody has signed in. */
export function makeVisit(): Visit {
  return { now: () => new Date(), newId: <K extends string>() => v7() as Id<K>, db: database() };
}
