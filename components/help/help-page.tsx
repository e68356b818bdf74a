import { TextLink } from "@/components/ui/text-link";
import { HelpAgreement } from "./help-agreement";
import { HelpApi } from "./help-api";
import { HelpContents } from "./help-contents";
import { HelpExport } from "./help-export";
import { HelpFormats } from "./help-formats";
import { HelpImport } from "./help-import";
import { HelpReview } from "./help-review";
import { HelpRoles } from "./help-roles";
import { HelpSaving } from "./help-saving";
import { HelpSection } from "./help-section";
import { HelpTour } from "./help-tour";
import { HelpWords } from "./help-words";
import { Shortcuts } from "./shortcuts";

/** The user guide. `origin`: the address of this installation, for lines to copy. */
export function HelpPage({ origin }: { readonly origin: string }) {
  return (
    <div className="flex flex-col gap-8 lg:flex-row lg:gap-12">
      <div className="shrink-0 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:w-56 lg:self-start lg:overflow-y-auto lg:p-1">
        <HelpContents />
      </div>
      <div className="min-w-0 flex-1">
        <HelpTour />
        <HelpSection id="shortcuts">
          <p>
            Letters and digits work while the text has focus, so they never get in the way of typing. A label
            is given by its digit or, where no command has it, by its first letter. You can give every command
            other keys, and switch single letters off, under{" "}
            <TextLink href="/settings/keyboard">Settings → Keyboard</TextLink>; what you see here are your
            keys.
          </p>
          <Shortcuts />
        </HelpSection>
        <HelpSaving />
        <HelpReview />
        <HelpImport />
        <HelpExport />
        <HelpFormats />
        <HelpAgreement />
        <HelpApi origin={origin} />
        <HelpRoles />
        <HelpWords />
      </div>
    </div>
  );
}
