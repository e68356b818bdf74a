import type { Metadata } from "next";
import { ChoosePasswordForm } from "@/components/account/choose-password-form";
import { AuthCard } from "@/components/shell/auth-card";
import { LinkButton } from "@/components/ui/link-button";
import { visitContext } from "@/lib/server/page-context";
import { checkPasswordLink, type PasswordLinkState } from "@/lib/usecases/accounts/check-password-link";
import { setPasswordAction } from "../actions";

export const metadata: Metadata = { title: "Choose a password" };

const DEAD: Readonly<Record<Exclude<PasswordLinkState["state"], "open">, string>> = {
  unknown: "This link is not complete, or a newer one has replaced it.",
  used: "A password has been chosen with this link, and it works only once.",
  expired: "This link was valid for a day, and that day is over.",
};

interface PasswordPageProps {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function PasswordPage({ searchParams }: PasswordPageProps) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await checkPasswordLink(visitContext(), { token }) : null;
  if (link?.state !== "open" || typeof token !== "string") {
    return (
      <AuthCard title="This link does not work any more">
        <p>
          {DEAD[link?.state === "used" || link?.state === "expired" ? link.state : "unknown"]} Ask your
          administrator for another one.
        </p>
        <LinkButton href="/sign-in" variant="primary">
          Sign in
        </LinkButton>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Choose a password" description={`For ${link.name}, ${link.email}`}>
      <ChoosePasswordForm token={token} email={link.email} onChoose={setPasswordAction} />
    </AuthCard>
  );
}
