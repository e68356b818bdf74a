import { NextResponse, type NextRequest } from "next/server";
import { refuseAction } from "@/lib/server/refuse-action";

/**
 * Gives each HTML page a Content-Security-Policy with a nonce of its own; Next puts the nonce on its scripts. Decides
 * nothing about who may see what. Style attributes are allowed since server-rendered widgets carry them.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const refusal = await refuseAction(request);
  if (refusal !== null) return refusal;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to return to after signing in; pages cannot see it otherwise.
  headers.set("x-triptych-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build makes its stack traces by `eval`, and Next's brings styles without a nonce.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Next cuts a body that passes here at 10 MB, so nothing that takes uploads may match.
  matcher: [
    "/((?!api/|_next/static/|_next/image|healthz$|readyz$|metrics$|.*\\.(?:svg|png|ico|txt|woff2|webmanifest)$).*)",
  ],
};
