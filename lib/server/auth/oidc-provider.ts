import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OidcSettings } from "../env";

/** The one provider's name, in addresses and in the table of accounts. */
export const OIDC = "oidc";

const OidcProfile = z.object({ sub: z.string().min(1) });
type OidcProfile = z.output<typeof OidcProfile>;

/** Any provider of OpenID Connect that describes itself at the well-known place. */
export function oidcProvider({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcSettings): OAuthConfig<OidcProfile> {
  return {
    id: OIDC,
    name,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (profile) => ({ id: OidcProfile.parse(profile).sub, sessionVersion: 0 }),
  };
}
