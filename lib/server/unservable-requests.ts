import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Where the interface answers that there is nothing (`app/api/[...rest]`). */
const NOWHERE = "/api/nowhere";

const INTERFACE_METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "OPTIONS",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
]);
const PAGE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);
/** What a form sends whose page has not come alive yet; it is shown the page again. */
const EARLY_FORM = /^application\/x-www-form-urlencoded\b/i;

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

/**
 * Next answers 500 to TRACE, to a file that is not just fetched and to an address that cannot be decoded, and shows a
 * page whatever the method. Nobody whom we serve asks so: they are told that there is nothing.
 */
export function turnAwayUnservable(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    if (isServable(request)) return;
    request.method = "GET";
    request.url = NOWHERE;
  });
}

export function isServable({ method = "", url = "", headers }: Asked): boolean {
  const [path = ""] = url.split("?", 1);
  if (!isDecodable(path)) return false;
  if (path.startsWith("/api/")) return INTERFACE_METHODS.has(method);
  return PAGE_METHODS.has(method) || (method === "POST" && !isFile(path) && isFromPage(headers));
}

function isFromPage(headers: Asked["headers"]): boolean {
  return headers["next-action"] !== undefined || EARLY_FORM.test(headers["content-type"] ?? "");
}

function isFile(path: string): boolean {
  return path.startsWith("/_next/") || path.slice(path.lastIndexOf("/")).includes(".");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
