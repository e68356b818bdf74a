export interface ReplyOptions {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value to answer with, and how. */
export class Reply {
  constructor(
    readonly value: unknown,
    readonly options: ReplyOptions,
  ) {}
}

/** For a handler that answers with more than 200 and a value: `reply(project, { status: 201 })`. */
export function reply(value: unknown, options: ReplyOptions = {}): Reply {
  return new Reply(value, options);
}

/** The HTTP answer to what a handler returned: a value is JSON, nothing is 204, a `Response` stays as it is. */
export function toResponse(result: unknown): Response {
  if (result instanceof Response) return result;
  const { value, options } = result instanceof Reply ? result : new Reply(result, {});
  const headers = new Headers(options.headers);
  if (value === undefined) return new Response(null, { status: options.status ?? 204, headers });
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(value), { status: options.status ?? 200, headers });
}
