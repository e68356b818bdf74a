import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { v7 } from "uuid";
import type { output, ZodType } from "zod";
import type { ActionResult } from "@/lib/contracts/action-result";
import { ERROR_MESSAGES } from "@/lib/contracts/messages";
import { AppError } from "@/lib/core/errors";
import type { Visit } from "@/lib/usecases/accounts/visit";
import type { Context } from "@/lib/usecases/context";
import { serverEnv } from "./env";
import { logFailure } from "./log";
import { makeContext, makeVisit } from "./make-context";
import { requireOwnOrigin } from "./origin";
import { parseWith } from "./parse";
import { asAppError, isReported } from "./problem";
import { identify } from "./session";

/** As the form calls it. */
export type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

/** Makes a server action of a use case: who asks is found out, what came is parsed, what fails is told as a value. */
export function action<S extends ZodType, T>(
  schema: S,
  useCase: (ctx: Context, input: output<S>) => Promise<T>,
): Action<T> {
  return perform(async (own, input) => {
    const actor = await identify(own);
    if (actor === null) throw new AppError("unauthenticated");
    return useCase(makeContext(actor), parseWith(schema, input));
  });
}

/** As `action`, for what people do before they can sign in. */
export function publicAction<S extends ZodType, T>(
  schema: S,
  useCase: (visit: Visit, input: output<S>) => Promise<T>,
): Action<T> {
  return perform(async (_own, input) => useCase(makeVisit(), parseWith(schema, input)));
}

function perform<T>(work: (own: Headers, input: unknown) => Promise<T>): Action<T> {
  return async (input) => {
    try {
      const own = new Headers(await headers());
      refuseForeign(own);
      return { ok: true, data: await work(own, input) };
    } catch (error) {
      // Redirects travel as errors.
      unstable_rethrow(error);
      return toldAsValue(asAppError(error));
    }
  };
}

/** Next lets an action pass without an Origin, or with one that a forged X-Forwarded-Host agrees with. */
function refuseForeign(own: Headers): void {
  if (!own.has("origin")) throw new AppError("bad_origin");
  own.delete("authorization");
  requireOwnOrigin({ method: "POST", headers: own }, serverEnv().url);
}

function toldAsValue(error: AppError): ActionResult<never> {
  const requestId = v7();
  if (isReported(error)) logFailure(requestId, error);
  return {
    ok: false,
    code: error.code,
    message: error.detail ?? ERROR_MESSAGES[error.code],
    ...(error.faults.length === 0
      ? {}
      : { fields: Object.fromEntries(error.faults.map(({ path, message }) => [path, message])) }),
  };
}
