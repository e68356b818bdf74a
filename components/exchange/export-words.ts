import type { SetChoice } from "@/lib/core/exchange/set-choice";
import type { SetState } from "@/lib/core/workflow/set-state";
import { either } from "./either";
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

/** What each setting of a format offers. */
export const SETTING_OPTIONS = {
  tokens: [
    { value: "expand", label: "Widen to whole tokens" },
    { value: "contract", label: "Narrow to whole tokens" },
    { value: "strict", label: "Leave out" },
  ],
  columns: [
    { value: "labels", label: "One for each label" },
    { value: "one", label: "One for all" },
  ],
  cells: [
    { value: "exact", label: "Exact" },
    { value: "safe", label: "Safe for spreadsheets" },
  ],
} as const;

export const SETTING_NAMES = {
  tokens: { label: "A span that ends inside of a token", description: undefined },
  columns: {
    label: "Columns of tags",
    description: "In one column spans may not overlap; with one for each label, only spans of one label.",
  },
  cells: {
    label: "Cells",
    description:
      "Safe: a text that a spreadsheet would take for a formula gets an apostrophe in front. Exact: nothing is changed.",
  },
} as const;

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
  const isOurs = format === "jsonl";
  return [
    `${isOurs ? "One line per" : "Every"} document and set; of each document ${CHOSEN[sets]}${which}. Sets that you may not see are left out.`,
    withUnannotated
      ? "Documents that nobody has annotated are in it too, without a set."
      : "Documents that nobody has annotated are left out; a set submitted with nothing marked is there without spans.",
    ...(isOurs ? ["In Python, text[start:end] is the quote in every row."] : []),
    "Every span is checked against its text when it is written.",
  ];
}
