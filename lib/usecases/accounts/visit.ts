import type { Context } from "../context";

/** The context of what may be done without having signed in. There is no actor, so nothing in here can ask for rights. */
export type Visit = Omit<Context, "actor" | "announce" | "show">;
