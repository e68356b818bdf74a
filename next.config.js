import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL(".", import.meta.url));
const distDir = process.env.NEXT_DIST_DIR || ".next";

/** Next adds its folder to the tsconfig that it is given; only the usual folder belongs in ours. */
function tsconfigPath() {
  if (distDir === ".next") return "tsconfig.json";
  const path = `${distDir}.tsconfig.json`;
  if (!existsSync(join(checkout, path)))
    writeFileSync(join(checkout, path), '{ "extends": "./tsconfig.json" }\n');
  return path;
}

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];
// Pages get a policy with a nonce from proxy.ts; what is no page needs to load nothing at all.
const notAPage = [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }];

/** @type {import("next").NextConfig} */
export default {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing here needs the optimiser, and without it /_next/image answers 404.
  images: { unoptimized: true },
  // Native code, WebAssembly and worker files, which a bundle would not find again.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "pg",
    "pg-copy-streams",
    "pino",
  ],
  // Types are checked by `npm test`; whoever starts a release need not wait for it again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: tsconfigPath() },
  // The checkout may lie in a folder with a lockfile of its own.
  turbopack: { root: checkout },
  agentRules: false,
  // Those of a form are somebody's password.
  logging: { serverFunctions: false },
  headers: () => [
    { source: "/:path*", headers: everywhere },
    { source: "/api/:path*", headers: notAPage },
    { source: "/_next/static/:path*", headers: notAPage },
    { source: "/:file(.+\\.(?:svg|png|ico|txt|woff2|webmanifest))", headers: notAPage },
  ],
};
