import { HelpPage } from "@/components/help/help-page";
import { Page } from "@/components/shell/page";
import { pageContext } from "@/lib/server/page-context";
import { serverEnv } from "@/lib/server/env";

export const metadata = { title: "Help" };

export default async function Help() {
  await pageContext();
  return (
    <Page title="Help">
      <HelpPage origin={serverEnv().url.origin} />
    </Page>
  );
}
