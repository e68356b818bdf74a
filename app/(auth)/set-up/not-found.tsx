import { AuthCard } from "@/components/shell/auth-card";
import { LinkButton } from "@/components/ui/link-button";

/** Whoever has no link that works is not told whether anybody has an account. */
export default function SetUpLinkDead() {
  return (
    <AuthCard title="This link does not work any more">
      <p>
        A set-up link makes the first account, once. If you have made yours, sign in. If not, take the newest
        link: each start of the server prints another one in the terminal.
      </p>
      <LinkButton href="/sign-in" variant="primary">
        Sign in
      </LinkButton>
    </AuthCard>
  );
}
