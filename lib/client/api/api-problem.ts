import { Problem } from "@/lib/contracts/problem";
import type { Fault } from "@/lib/core/errors";

/** Why a request did not do what it asked for. */
export interface ApiProblem {
  /** Null: no answer came, so nobody knows whether the request was carried out. */
  readonly status: number | null;
  readonly code: string;
  /** One sentence for the person. */
  readonly message: string;
  readonly faults: readonly Fault[];
  /** What the server's log knows the request by. */
  readonly requestId: string | null;
}

export const UNREACHABLE: ApiProblem = {
  status: null,
  code: "unreachable",
  message: "The server could not be reached. Check the connection and try again.",
  faults: [],
  requestId: null,
};

/** Reads the server's problem JSON; what stands in front of the server may answer in another form. */
export function toApiProblem(status: number, body: unknown): ApiProblem {
  const { success, data } = Problem.safeParse(body);
  if (success)
    return { status, code: data.code, message: data.detail, faults: data.errors, requestId: data.requestId };
  return {
    status,
    code: "unexpected",
    message: `The answer could not be read (status ${status}). Try again in a moment.`,
    faults: [],
    requestId: null,
  };
}
