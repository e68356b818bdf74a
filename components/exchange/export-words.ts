import type { SetChoice } from "@/lib/core/exchange/set-choice";
import type { SetState } from "@/lib/core/workflow/set-state";
import type { ExportChoices } from "./export-choices";

export const SET_CHOICE_OPTIONS: readonly {
  readonly value: SetChoice;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    value: "auto",
    label: "The best there is",
    description: "The accepted gold set of a document, else each annotator’s",
  },
  { value: "gold", label: "Gold sets", description: "What reviewers decided" },
  { value: "annotator", label: "Annotators’ sets", description: "One line per document and person" },
  { value: "shared", label: "Shared sets", description: "What all annotated together" },
  { value: "imported", label: "Imported sets", description: "What came with imported files" },
  { value: "suggested", label: "Suggested sets", description: "What a model proposed" },
  { value: "all", label: "All sets", description: "Every kind" },
];

const STATE_WORDS: Record<SetState, string> = {
  new: "new",
  in_progress: "in progress",
  submitted: "submitted",
  returned: "returned",
  accepted: "accepted",
};

const CHOSEN: Record<SetChoice, string> = {
  auto: "the accepted gold set if there is one, else every annotator’s and the shared set",
  gold: "the gold set",
  annotator: "every annotator’s set",
  shared: "the shared set",
  imported: "the imported sets",
  suggested: "the suggested sets",
  all: "every set",
};

/** What will be in the file, in sentences. */
export function exportInWords({
  format,
  sets,
  states,
  withUnannotated,
  people,
}: ExportChoices): readonly string[] {
  if (format === "archive") {
    return [
      "Everything the project holds: schema and guideline with their history, documents, and every operation that was ever made.",
      people === "pseudonyms"
        ? "People are called u1, u2 and so on."
        : "People are named, with their addresses.",
      "Imported into an empty project and exported again, it gives the same bytes.",
    ];
  }
  const which =
    states.length === 0 ? "" : `, only those that are ${either(states.map((state) => STATE_WORDS[state]))}`;
  return [
    `One line per document and set; of each document ${CHOSEN[sets]}${which}. Sets that you may not see are left out.`,
    withUnannotated
      ? "Documents that nobody has annotated are lines too, with null as their set."
      : "Documents that nobody has annotated are left out; a set submitted with nothing marked is a line without spans.",
    "In Python, text[start:end] is the quote in every row; each row is checked when it is written.",
  ];
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
