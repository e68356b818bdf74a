/** A heading of the help page; `words` are what people look for and do not find in the title. */
export interface HelpTopic {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

export const HELP_TOPICS = [
  {
    id: "tour",
    title: "Five-minute tour",
    words: "start begin first steps how annotate mark link submit undo find cut join everywhere",
  },
  {
    id: "shortcuts",
    title: "Keyboard shortcuts",
    words: "keys hotkeys commands keyboard mouse change rebind letters off",
  },
  {
    id: "saving",
    title: "Saving, undo and being offline",
    words: "save lost work offline connection autosave history conflict",
  },
  {
    id: "review",
    title: "Review, gold and corrections",
    words:
      "adjudicate decide accept reject reason difference disagreement queue gold correct contest object comment send back return",
  },
  {
    id: "import",
    title: "Bringing articles in",
    words: "import upload jsonl txt csv paste file error line duplicate external id",
  },
  {
    id: "export",
    title: "Getting data out",
    words: "export download training jsonl archive python spacy hugging face offsets emoji",
  },
  {
    id: "formats",
    title: "Formats of other tools",
    words:
      "spacy hugging face conll bio iob bilou doccano label studio brat prodigy webanno inception w3c web annotation csv tsv excel spreadsheet table dna discourse network stance pairs instruction tuning loss lost report overlap",
  },
  {
    id: "agreement",
    title: "How far people agree",
    words: "agreement kappa alpha f1 krippendorff reliability interval bootstrap disagreement measure pairs",
  },
  { id: "api", title: "API", words: "curl token http rest interface routes errors limits programming" },
  {
    id: "roles",
    title: "Who may do what",
    words:
      "rights permissions manager reviewer annotator viewer administrator roles trash delete restore purge",
  },
  { id: "words", title: "Words", words: "glossary meaning span set label attribute relation gold" },
] as const satisfies readonly HelpTopic[];

export type HelpTopicId = (typeof HELP_TOPICS)[number]["id"];

/** The topics whose title or words have every word of the query, or its beginning. */
export function findTopics(query: string): readonly HelpTopic[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return HELP_TOPICS.filter(({ title, words }) => {
    const known = `${title} ${words}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => known.some((one) => one.startsWith(word)));
  });
}
