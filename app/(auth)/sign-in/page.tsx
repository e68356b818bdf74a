import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderButton } from "@/components/account/provider-button";
import { SignInForm } from "@/components/account/sign-in-form";
import { AuthCard } from "@/components/shell/auth-card";
import { Notice } from "@/components/ui/notice";
import { landingPath } from "@/lib/server/auth/landing-path";
import { serverEnv } from "@/lib/server/env";
import { isSignedIn } from "@/lib/server/page-context";

export const metadata: Metadata = { title: "Sign in" };

/** What a provider's refusal means for the person; next-auth names them. */
const REFUSALS: Readonly<Record<string, string>> = {
  NoAccount:
    "Nobody here has the address that your provider vouches for. Ask your administrator for an account.",
  AccessDenied: "Your provider did not let you in.",
  Configuration: "Single sign-on is not set up correctly. Tell your administrator.",
};
const OTHER_REFUSAL = "Signing in at your provider did not work. Try again.";

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { url, oidc } = serverEnv();
  const { next, error } = await searchParams;
  const path = landingPath(next, url);
  if (await isSignedIn()) redirect(path);
  return (
    <AuthCard title="Sign in" footer="No account, or password forgotten? Ask your administrator for a link.">
      {typeof error === "string" && <Notice tone="danger">{REFUSALS[error] ?? OTHER_REFUSAL}</Notice>}
      <SignInForm next={path} />
      {oidc !== null && <ProviderButton name={oidc.name} next={path} />}
    </AuthCard>
  );
}
