import type { ErrorCode, Fault } from "@/lib/core/errors";

/** Why a request did not do what it asked for. `unreachable`: no answer came, so nobody knows whether it was done. */
export interface ApiProblem {
  readonly code: ErrorCode | "unreachable";
  /** One sentence for the person. */
  readonly message: string;
  readonly faults: readonly Fault[];
  /** What the server's log knows the request by. */
  readonly requestId: string | null;
}

export const UNREACHABLE: ApiProblem = {
  code: "unreachable",
  message: "The server could not be reached. Check the connection and try again.",
  faults: [],
  requestId: null,
};

/** Reads the problem JSON of the server; whatever else stands in front of it may answer in another form. */
export function toApiProblem(body: unknown): ApiProblem {
  const problem = typeof body === "object" && body !== null ? (body as Partial<ProblemJson>) : {};
  return {
    code: problem.code ?? "unexpected",
    message: problem.detail ?? problem.title ?? "The server gave an answer that could not be read. Try again.",
    faults: problem.errors ?? [],
    requestId: problem.requestId ?? null,
  };
}

interface ProblemJson {
  readonly code: ErrorCode;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly Fault[];
}
