import type { RouteHandler } from "@/lib/server/route";
import { ADDRESS } from "./as-server";

type Query = Readonly<Record<string, string>> | string;

/** As much of a browser as signing in needs: it keeps cookies and sends its origin. */
export class Browser {
  readonly cookies = new Map<string, string>();
  origin = ADDRESS;
  readonly #authRoute: RouteHandler;
  readonly #address: string;

  constructor(authRoute: RouteHandler, address = "10.0.0.1") {
    this.#authRoute = authRoute;
    this.#address = address;
  }

  async get(steps: readonly string[], query: Query = {}): Promise<Response> {
    return this.#send("GET", steps, null, query);
  }

  /** As a form of the site's own sends it: with the token against forgery. */
  async post(steps: readonly string[], form: Readonly<Record<string, string>>): Promise<Response> {
    const { csrfToken } = (await (await this.get(["csrf"])).json()) as { csrfToken: string };
    return this.postRaw(steps, { ...form, csrfToken, json: "true" });
  }

  async postRaw(steps: readonly string[], form: Readonly<Record<string, string>>): Promise<Response> {
    return this.#send("POST", steps, new URLSearchParams(form).toString());
  }

  async signIn(
    email: string,
    password: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.post(["callback", "credentials"], { ...more, email, password });
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #send(
    method: string,
    steps: readonly string[],
    body: string | null,
    query: Query = {},
  ): Promise<Response> {
    const headers = new Headers({ "x-triptych-client": this.#address });
    if (this.cookies.size > 0) headers.set("cookie", this.cookieHeader());
    if (method === "POST") {
      headers.set("origin", this.origin);
      headers.set("content-type", "application/x-www-form-urlencoded");
    }
    const url = new URL(`/api/auth/${steps.join("/")}?${new URLSearchParams(query).toString()}`, ADDRESS);
    const response = await this.#authRoute(new Request(url, { method, headers, body }), {
      params: Promise.resolve({ nextauth: [...steps] }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const equals = pair.indexOf("=");
      this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    return response;
  }
}
