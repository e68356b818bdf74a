/** What every answer of the interface carries: for its caller alone, never a page, never guessed at. */
const FIXED_HEADERS = {
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
} as const;

/** A stream may say `no-transform` besides; nothing may say that it can be shared. */
export function withFixedHeaders(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  const noTransform = headers.get("cache-control")?.includes("no-transform") === true;
  for (const [name, value] of Object.entries(FIXED_HEADERS)) headers.set(name, value);
  if (noTransform) headers.set("cache-control", "private, no-store, no-transform");
  headers.set("x-request-id", requestId);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
