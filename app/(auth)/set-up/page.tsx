import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetUpForm } from "@/components/account/set-up-form";
import { AuthCard } from "@/components/shell/auth-card";
import { visitContext } from "@/lib/server/page-context";
import { checkSetUpLink } from "@/lib/usecases/accounts/check-set-up-link";
import { completeSetUpAction } from "../actions";

export const metadata: Metadata = { title: "Set up" };

interface SetUpPageProps {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams;
  if (typeof token !== "string" || (await checkSetUpLink(visitContext(), { token })) !== "open") notFound();
  return (
    <AuthCard
      title="Welcome to Triptych"
      description="Make the first account. It administers this installation."
    >
      <SetUpForm token={token} onComplete={completeSetUpAction} />
    </AuthCard>
  );
}
