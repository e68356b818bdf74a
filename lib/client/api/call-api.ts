import { toApiProblem, UNREACHABLE, type ApiProblem } from "./api-problem";

export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with its query. */
  readonly path: `/${string}`;
  readonly body?: unknown;
  /** The version that the change builds on. */
  readonly ifMatch?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type ApiAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ApiProblem };

/** One request to our own interface, with the session's cookie. Never throws: what fails comes back as a problem. */
export async function callApi<T>({ method, path, body, ifMatch, signal }: ApiCall): Promise<ApiAnswer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
    return response.ok
      ? { ok: true, value: answer as T }
      : { ok: false, problem: toApiProblem(response.status, answer) };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}
