import { KeyboardProvider } from "@/components/keyboard/keyboard-context";
import { HelpPage } from "@/components/help/help-page";
import { Page } from "@/components/shell/page";
import { pageContext } from "@/lib/server/page-context";
import { serverEnv } from "@/lib/server/env";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";

export const metadata = { title: "Help" };

export default async function Help() {
  const keyboard = await readKeyboard(await pageContext());
  return (
    <Page title="Help">
      <KeyboardProvider keyboard={keyboard}>
        <HelpPage origin={serverEnv().url.origin} />
      </KeyboardProvider>
    </Page>
  );
}
