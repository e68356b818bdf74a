import { AppError } from "@/lib/core/errors";
import { isLoopback } from "./env";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site made the browser send. Only a bearer token without a cookie needs no origin:
 * no site can make a browser add that header.
 * @throws AppError `bad_origin`
 */
export function requireOwnOrigin({ method, headers }: Pick<Request, "method" | "headers">, own: URL): void {
  if (SAFE_METHODS.has(method)) return;
  const hasCookie = headers.has("cookie");
  if (headers.has("authorization") && !hasCookie) return;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const foreign = origin === null ? hasCookie : !isOwnOrigin(origin, own);
  if (foreign || site === "cross-site") throw new AppError("bad_origin");
}

/** Whether `origin` is that of `own`; on the loopback interface every name of this machine is, on the same port. */
export function isOwnOrigin(origin: string, own: URL): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (given.origin === own.origin) return true;
  const sameDoor = given.protocol === own.protocol && given.port === own.port;
  return sameDoor && isLoopback(given.hostname) && isLoopback(own.hostname);
}
