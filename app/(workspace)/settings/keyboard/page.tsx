import type { Metadata } from "next";
import { KeyboardSettings } from "@/components/account/keyboard-settings";
import { Page } from "@/components/shell/page";
import { pageContext } from "@/lib/server/page-context";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";

export const metadata: Metadata = { title: "Keyboard" };

export default async function KeyboardPage() {
  return (
    <Page
      title="Keyboard"
      description="The keys of the annotate screen, as your hands want them. They go with you to every computer."
      width="narrow"
    >
      <KeyboardSettings keyboard={await readKeyboard(await pageContext())} />
    </Page>
  );
}
