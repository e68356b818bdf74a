/** The formats of annotation sets, as the interface calls them, in the order in which they are offered. */
export const SET_FORMATS = [
  "jsonl",
  "hugging-face",
  "spacy",
  "conll",
  "bilou",
  "doccano",
  "doccano-relations",
  "label-studio",
  "brat",
  "prodigy",
  "webanno",
  "web-annotation",
  "spans-csv",
  "spans-tsv",
  "statements-csv",
  "statements-tsv",
  "dna",
  "stance-pairs",
  "instruction",
] as const;
export type SetFormat = (typeof SET_FORMATS)[number];
