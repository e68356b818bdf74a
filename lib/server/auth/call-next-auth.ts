import NextAuth, { type NextAuthOptions } from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";

/** What next-auth reads of a request. */
export interface AuthRequest {
  readonly method: string;
  /** Behind `/api/auth`: `["callback", "credentials"]`. */
  readonly steps: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Runs next-auth on plain values. Its handler for route handlers reads cookies and headers out of the air
 * (`next/headers`); the older one for API routes takes what it is given, so this can be tested, and checked before.
 */
export async function callNextAuth(request: AuthRequest, options: NextAuthOptions): Promise<Response> {
  const { method, steps, query, body, cookies, headers } = request;
  const answer = new Answer();
  const asked = { method, query: { ...query, nextauth: [...steps] }, body, cookies, headers };
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
  return answer.response();
}

/** As much of a Node response as next-auth uses. */
class Answer {
  private code = 200;
  private content: string | null = null;
  private readonly headers = new Map<string, string | readonly string[]>();

  status(code: number): this {
    this.code = code;
    return this;
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader("content-type", "application/json");
    this.content = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === "string") this.content = value;
    else if (value !== undefined) this.json(value);
  }

  end(): void {
    this.content = null;
  }

  response(): Response {
    const headers = new Headers();
    for (const [name, value] of this.headers) {
      for (const one of typeof value === "string" ? [value] : value) headers.append(name, one);
    }
    return new Response(this.content, { status: this.code, headers });
  }
}
