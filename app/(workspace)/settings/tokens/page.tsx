import type { Metadata } from "next";
import { NewTokenDialog } from "@/components/account/new-token-dialog";
import { TokenTable } from "@/components/account/token-table";
import { Page } from "@/components/shell/page";
import { pageContext } from "@/lib/server/page-context";
import { listTokens } from "@/lib/usecases/accounts/list-tokens";
import { listProjects } from "@/lib/usecases/projects/list-projects";
import { createTokenAction, revokeTokenAction } from "../actions";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const ctx = await pageContext();
  const [tokens, projects] = await Promise.all([listTokens(ctx), listProjects(ctx, { limit: 200 })]);
  return (
    <Page
      title="API tokens"
      description="For programs that act for you: they can do what you may do, or less."
      actions={
        <NewTokenDialog
          projects={projects.items.map(({ id, name }) => ({ id, name }))}
          onCreate={createTokenAction}
        />
      }
    >
      <TokenTable tokens={tokens} now={ctx.now().toISOString()} onRevoke={revokeTokenAction} />
    </Page>
  );
}
