import { createHash, randomBytes } from "node:crypto";

const API_TOKEN_PREFIX = "trp_";
const API_TOKEN = /^trp_[A-Za-z0-9_-]{43}$/;

/** 256 bits that nobody can guess, fit for a URL. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** An API token; the prefix lets scanners for leaked secrets find it. */
export function newApiToken(): string {
  return `${API_TOKEN_PREFIX}${newSecret()}`;
}

export function isApiToken(given: string): boolean {
  return API_TOKEN.test(given);
}

/** What the database keeps of a secret. Without salt or slowness, since 256 random bits cannot be tried out. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
