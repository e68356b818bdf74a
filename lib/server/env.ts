import { z } from "zod";
import { issueWords } from "@/lib/contracts/issue-words";

/** What the operator has set, parsed once. Nothing else reads `process.env`. */
export interface Env {
  readonly production: boolean;
  readonly logLevel: LogLevel;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** The same without the pooler, if `databaseUrl` leads to one that lends connections for a transaction at a time. */
  readonly databaseDirectUrl: string | null;
  readonly databaseConnections: number;
  /** Null: made by `start` and kept in the data folder. */
  readonly secret: string | null;
  /** Null: made by `start` from HOST and PORT. */
  readonly url: URL | null;
  readonly host: string;
  /** Null: 3000, or the next free one. */
  readonly port: number | null;
  readonly dataDir: string | null;
  readonly allowHttp: boolean;
  /** Reverse proxies in front, each of which appends to X-Forwarded-For. */
  readonly trustedProxies: number;
  readonly firstAdmin: { readonly email: string; readonly password: string } | null;
  readonly oidc: OidcSettings | null;
  /** Names the version that runs, so that open pages notice another; null in development. `start` sets it. */
  readonly build: string | null;
  /** Whether the page for measuring the article (`/bench/surface`) is there. */
  readonly bench: boolean;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: "Sign in with …". */
  readonly name: string;
}

/** What the running server cannot do without. */
export interface ServerEnv extends Env {
  readonly databaseUrl: string;
  readonly databaseDirectUrl: string;
  readonly secret: string;
  readonly url: URL;
}

/** The settings are wrong; `message` has one line for each fault, for the operator. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const WELL_KNOWN_SECRET =
  /^(.)\1*$|change.?me|your.?secret|example|insecure|^(secret|password|triptych)+$|^(0123456789|abcdefgh)/i;

const text = z.string().optional();
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://")
  .optional();
const Variables = z
  .object({
    NODE_ENV: text,
    TRIPTYCH_LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
    DATABASE_URL: databaseAddress,
    DATABASE_DIRECT_URL: databaseAddress,
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
    NEXTAUTH_SECRET: z
      .string()
      .min(32, "must have at least 32 characters; `openssl rand -base64 33` makes one")
      .refine(
        (secret) => !WELL_KNOWN_SECRET.test(secret),
        "is one that everybody can guess; `openssl rand -base64 33` makes a better one",
      )
      .optional(),
    NEXTAUTH_URL: z
      .url({ protocol: /^https?$/, error: "must be an address such as https://triptych.example.org" })
      .optional(),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number("must be a number").int().min(1).max(65535).optional(),
    TRIPTYCH_DATA_DIR: text,
    TRIPTYCH_ALLOW_HTTP: z.stringbool().default(false),
    TRIPTYCH_BUILD: z
      .string()
      .regex(/^[\w.-]{1,100}$/)
      .optional(),
    TRIPTYCH_BENCH: z.stringbool().default(false),
    TRIPTYCH_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    TRIPTYCH_ADMIN_EMAIL: text,
    TRIPTYCH_ADMIN_PASSWORD: text,
    TRIPTYCH_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    TRIPTYCH_OIDC_CLIENT_ID: text,
    TRIPTYCH_OIDC_CLIENT_SECRET: text,
    TRIPTYCH_OIDC_NAME: z.string().default("single sign-on"),
  })
  .superRefine((given, check) => {
    const together = (...names: readonly (keyof typeof given)[]) => {
      const missing = names.filter((name) => given[name] === undefined);
      if (missing.length === 0 || missing.length === names.length) return;
      for (const name of missing)
        check.addIssue({
          code: "custom",
          path: [name],
          message: `is missing; it goes with ${names.join(", ")}`,
        });
    };
    together("TRIPTYCH_ADMIN_EMAIL", "TRIPTYCH_ADMIN_PASSWORD");
    together("TRIPTYCH_OIDC_ISSUER", "TRIPTYCH_OIDC_CLIENT_ID", "TRIPTYCH_OIDC_CLIENT_SECRET");
    if (given.DATABASE_DIRECT_URL !== undefined && given.DATABASE_URL === undefined) {
      const message = "is missing; DATABASE_DIRECT_URL is the same database without its pooler";
      check.addIssue({ code: "custom", path: ["DATABASE_URL"], message });
    }
    if (
      given.NEXTAUTH_URL !== undefined &&
      !given.TRIPTYCH_ALLOW_HTTP &&
      isOpenHttp(new URL(given.NEXTAUTH_URL))
    ) {
      const message =
        "is http beyond this machine, where everybody on the way reads along. Use https, or set TRIPTYCH_ALLOW_HTTP=1";
      check.addIssue({ code: "custom", path: ["NEXTAUTH_URL"], message });
    }
  });

/** @throws EnvError which names every variable that is wrong. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const { data, error } = Variables.safeParse(set, { error: issueWords });
  if (error !== undefined) {
    throw new EnvError(error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  }
  return {
    production: data.NODE_ENV === "production",
    logLevel: data.TRIPTYCH_LOG_LEVEL,
    databaseUrl: data.DATABASE_URL ?? null,
    databaseDirectUrl: data.DATABASE_DIRECT_URL ?? null,
    databaseConnections: data.DATABASE_CONNECTIONS,
    secret: data.NEXTAUTH_SECRET ?? null,
    url: data.NEXTAUTH_URL === undefined ? null : new URL(data.NEXTAUTH_URL),
    host: data.HOST,
    port: data.PORT ?? null,
    dataDir: data.TRIPTYCH_DATA_DIR ?? null,
    allowHttp: data.TRIPTYCH_ALLOW_HTTP,
    trustedProxies: data.TRIPTYCH_TRUSTED_PROXIES,
    firstAdmin: firstAdmin(data),
    oidc: oidc(data),
    build: data.TRIPTYCH_BUILD ?? null,
    bench: data.TRIPTYCH_BENCH,
  };
}

/** @throws EnvError */
export function env(): Env {
  return (parsed ??= parseEnv(process.env));
}
let parsed: Env | undefined;

/** The settings of a running server. @throws EnvError where something is missing. */
export function serverEnv(): ServerEnv {
  return (complete ??= requireAll(env()));
}
let complete: ServerEnv | undefined;

function requireAll(given: Env): ServerEnv {
  const { databaseUrl, secret, url } = given;
  if (databaseUrl === null || secret === null || url === null) {
    throw new EnvError(
      "DATABASE_URL, NEXTAUTH_SECRET and NEXTAUTH_URL must be set. `npm start` sets those that you leave out.",
    );
  }
  return {
    ...given,
    databaseUrl,
    databaseDirectUrl: given.databaseDirectUrl ?? databaseUrl,
    secret,
    url,
  };
}

/** For a child process: everything that this one was given, and more. */
export function childEnv(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** Whether `hostname`, as `URL` writes it, can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Whether cookies can be kept to encrypted connections. */
export function isHttps(url: URL): boolean {
  return url.protocol === "https:";
}

/** Whether `url` would carry passwords in the clear over a network. */
export function isOpenHttp(url: URL): boolean {
  return url.protocol === "http:" && !isLoopback(url.hostname);
}

function firstAdmin(data: z.output<typeof Variables>): Env["firstAdmin"] {
  const { TRIPTYCH_ADMIN_EMAIL: email, TRIPTYCH_ADMIN_PASSWORD: password } = data;
  return email === undefined || password === undefined ? null : { email, password };
}

function oidc(data: z.output<typeof Variables>): OidcSettings | null {
  const {
    TRIPTYCH_OIDC_ISSUER: issuer,
    TRIPTYCH_OIDC_CLIENT_ID: clientId,
    TRIPTYCH_OIDC_CLIENT_SECRET: clientSecret,
  } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer: issuer.replace(/\/$/, ""), clientId, clientSecret, name: data.TRIPTYCH_OIDC_NAME };
}
