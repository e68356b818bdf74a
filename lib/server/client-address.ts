import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "./env";

const HEADER = "x-triptych-client";
const FORWARDED = "x-forwarded-for";

/**
 * Notes on each request who opened its connection, before Next sees it. Next itself would believe any
 * X-Forwarded-For, so that whoever guesses passwords could look like a new client each time.
 */
export function noteClientAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    const forwarded = request.headers[FORWARDED];
    const hops = [
      ...(typeof forwarded === "string" ? forwarded.split(",") : []),
      request.socket.remoteAddress ?? "",
    ];
    request.headers[HEADER] = addressBehind(hops, env().trustedProxies);
  });
}

/** The address that the outermost trusted proxy saw. `hops` begins with what the client claims. */
export function addressBehind(hops: readonly string[], trustedProxies: number): string {
  return (hops.at(-1 - trustedProxies) ?? hops[0] ?? "").trim().slice(0, 64);
}

/** Empty where nobody noted it: then all clients share one counter. */
export function clientAddress(headers: Headers): string {
  return headers.get(HEADER) ?? "";
}
