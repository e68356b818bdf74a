import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { currentViewer } from "../current-viewer";

export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  return (
    <AppShell viewer={await currentViewer()} crumbs={[{ label: "Administration" }]}>
      {children}
    </AppShell>
  );
}
