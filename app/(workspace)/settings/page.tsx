import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { PresenceSetting } from "@/components/account/presence-setting";
import { ProfileForm } from "@/components/account/profile-form";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/ui/section";
import { pageContext } from "@/lib/server/page-context";
import { ownProfile } from "@/lib/usecases/accounts/own-profile";
import { renameSelfAction } from "./actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const { name, email, hasPassword, sharesPresence } = await ownProfile(await pageContext());
  return (
    <Page title="Profile" width="narrow">
      <Section title="Who you are">
        <ProfileForm name={name} email={email} onSave={renameSelfAction} />
      </Section>
      <Section
        title="Working together"
        description="In an article that several annotate at once, the others see by your initials where you read and what you have selected. In work of your own nobody ever does."
      >
        <PresenceSetting shares={sharesPresence} />
      </Section>
      {hasPassword && (
        <Section title="Password" description="Changing it signs you out everywhere else.">
          <ChangePasswordForm email={email} />
        </Section>
      )}
    </Page>
  );
}
