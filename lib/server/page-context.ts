import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/core/errors";
import type { Visit } from "@/lib/usecases/accounts/visit";
import type { Context } from "@/lib/usecases/context";
import { makeContext, makeVisit } from "./make-context";
import { identify } from "./session";

/** Where `proxy.ts` notes which page was asked for. It decides nothing: without it one lands on the start page. */
const PATH_HEADER = "x-triptych-path";

/** The context of whoever asks for a page; who has not signed in is sent to do so, and back afterwards. */
export async function pageContext(): Promise<Context> {
  const own = new Headers(await headers());
  const actor = await identify(own);
  if (actor !== null) return makeContext(actor);
  const path = own.get(PATH_HEADER);
  redirect(path === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

export async function isSignedIn(): Promise<boolean> {
  return (await identify(new Headers(await headers()))) !== null;
}

/** The context of a page that is there for people who have not signed in. */
export function visitContext(): Visit {
  return makeVisit();
}

/** What a page cannot find it does not show: Next's "not found" instead of the use case's. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
