import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleTable } from "@/components/people/people-table";
import { Page } from "@/components/shell/page";
import { countOf } from "@/components/ui/format-count";
import { pageContext } from "@/lib/server/page-context";
import { personOf } from "@/lib/usecases/context";
import { listPeople } from "@/lib/usecases/accounts/list-people";
import { passwordLinkAction, switchPersonAction } from "../actions";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const ctx = await pageContext();
  if (!ctx.actor.isAdmin) notFound();
  const people = await listPeople(ctx);
  return (
    <Page title="People" description={countOf(people.length, "account")}>
      <PeopleTable
        people={people}
        self={personOf(ctx)}
        onSwitch={switchPersonAction}
        onLink={passwordLinkAction}
      />
    </Page>
  );
}
