import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { isHttps } from "./env";

const HEADER = "strict-transport-security";
const A_YEAR = 365 * 24 * 60 * 60;

/**
 * Where people come by https, has every answer tell their browsers to come by nothing else for a year. Pages, the
 * interface and files are answered in different places, and Next fixes its own headers when the app is built, long
 * before an address is known: so it is said before Next sees the request.
 */
export function sayStrictTransport(address: URL): void {
  if (!isHttps(address)) return;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { readonly response: ServerResponse };
    response.setHeader(HEADER, `max-age=${A_YEAR}; includeSubDomains`);
  });
}
