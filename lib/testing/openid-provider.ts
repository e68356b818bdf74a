import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, SignJWT } from "jose";

/** What the provider says of whoever signs in next. */
export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

export interface OpenIdProvider {
  readonly issuer: string;
  /** Signs somebody in at the page that Triptych led to; the query with which they come back. */
  readonly signIn: (page: URL, person: Person) => Readonly<Record<string, string>>;
  readonly close: () => void;
}

const CLIENT_ID = "triptych";
const KEY_ID = "test";

/** As much of an OpenID Connect provider as a sign-in needs: it checks the code's challenge and signs what it says. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { readonly page: URL; readonly person: Person }>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "", issuer);
    const value = pathname === "/token" ? await token(await bodyOf(request)) : await described(pathname);
    response.setHeader("content-type", "application/json");
    response.statusCode = value === null ? 400 : 200;
    response.end(JSON.stringify(value ?? { error: "invalid_grant" }));
  }

  async function described(pathname: string): Promise<object> {
    if (pathname === "/keys")
      return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: "RS256", use: "sig" }] };
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  async function token(form: URLSearchParams): Promise<object | null> {
    const granted = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    if (
      granted === undefined ||
      (await challengeOf(form.get("code_verifier") ?? "")) !== granted.page.searchParams.get("code_challenge")
    ) {
      return null;
    }
    const { sub, ...claims } = granted.person;
    const idToken = await new SignJWT({ ...claims, nonce: granted.page.searchParams.get("nonce") })
      .setProtectedHeader({ alg: "RS256", kid: KEY_ID })
      .setIssuer(issuer)
      .setAudience(CLIENT_ID)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    return { access_token: randomUUID(), token_type: "Bearer", id_token: idToken };
  }

  return {
    issuer,
    signIn: (page, person) => {
      const code = randomUUID();
      codes.set(code, { page, person });
      return { code, state: page.searchParams.get("state") ?? "" };
    },
    close: () => server.close(),
  };
}

async function challengeOf(verifier: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))).toString(
    "base64url",
  );
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
