import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";

const SECRET = "c2VjcmV0IG9mIHRoaXMgdGVzdCBvbmx5IQ==";

function faultsOf(variables: Readonly<Record<string, string>>): string {
  try {
    parseEnv(variables);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
  }
  return "";
}

describe("parseEnv", () => {
  it("needs nothing", () => {
    expect(parseEnv({})).toMatchObject({
      host: "127.0.0.1",
      port: null,
      databaseUrl: null,
      secret: null,
      url: null,
      oidc: null,
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseEnv({ PORT: "", NEXTAUTH_SECRET: "", TRIPTYCH_ALLOW_HTTP: "" })).toEqual(parseEnv({}));
  });

  it("refuses secrets that are short or that everybody knows", () => {
    expect(faultsOf({ NEXTAUTH_SECRET: "short" })).toMatch(/^NEXTAUTH_SECRET: .*32 characters/);
    for (const known of [
      "x".repeat(40),
      "change-me-in-production-change-me",
      "secretsecretsecretsecretsecretsecret",
      "0123456789".repeat(4),
    ]) {
      expect(faultsOf({ NEXTAUTH_SECRET: known })).toMatch(/guess/);
    }
    expect(parseEnv({ NEXTAUTH_SECRET: SECRET }).secret).toBe(SECRET);
  });

  it("repeats no secret in what it says", () => {
    expect(faultsOf({ NEXTAUTH_SECRET: "hunter2", TRIPTYCH_ADMIN_PASSWORD: "hunter2" })).not.toContain(
      "hunter2",
    );
  });

  it("refuses http beyond this machine, unless that is wanted", () => {
    expect(faultsOf({ NEXTAUTH_URL: "http://triptych.example.org" })).toMatch(/https/);
    expect(
      parseEnv({ NEXTAUTH_URL: "http://triptych.example.org", TRIPTYCH_ALLOW_HTTP: "1" }).url?.host,
    ).toBe("triptych.example.org");
    for (const local of [
      "http://localhost:3000",
      "http://127.0.0.1:3000",
      "http://127.3.2.1",
      "http://[::1]:3000",
      "http://a.localhost",
    ]) {
      expect(parseEnv({ NEXTAUTH_URL: local }).url?.href).toBe(new URL(local).href);
    }
    for (const remote of [
      "http://localhost.example.org",
      "http://10.0.0.1",
      "http://0.0.0.0:3000",
      "ftp://localhost",
      "localhost:3000",
    ]) {
      expect(faultsOf({ NEXTAUTH_URL: remote })).toMatch(/^NEXTAUTH_URL: /);
    }
  });

  it("takes what belongs together only together, and names each thing that is missing", () => {
    expect(faultsOf({ TRIPTYCH_ADMIN_EMAIL: "a@x" })).toMatch(/^TRIPTYCH_ADMIN_PASSWORD: is missing/);
    expect(faultsOf({ TRIPTYCH_OIDC_ISSUER: "https://id.example.org" }).split("\n")).toHaveLength(2);
    const oidc = {
      TRIPTYCH_OIDC_ISSUER: "https://id.example.org/",
      TRIPTYCH_OIDC_CLIENT_ID: "a",
      TRIPTYCH_OIDC_CLIENT_SECRET: "b",
    };
    expect(parseEnv(oidc).oidc).toEqual({
      issuer: "https://id.example.org",
      clientId: "a",
      clientSecret: "b",
      name: "single sign-on",
    });
  });

  it("refuses a port that is none", () => {
    for (const port of ["0", "65536", "80.5", "http", "-1"])
      expect(faultsOf({ PORT: port })).toMatch(/^PORT: /);
    expect(parseEnv({ PORT: "8080" }).port).toBe(8080);
  });
});
