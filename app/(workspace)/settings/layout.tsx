import type { ReactNode } from "react";
import { SettingsNavigation } from "@/components/account/settings-navigation";
import { AppShell } from "@/components/shell/app-shell";
import { currentViewer } from "../current-viewer";

export default async function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <AppShell
      viewer={await currentViewer()}
      crumbs={[{ label: "Settings" }]}
      navigation={<SettingsNavigation />}
    >
      {children}
    </AppShell>
  );
}
