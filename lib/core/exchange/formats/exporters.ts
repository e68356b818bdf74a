import { brat } from "./brat";
import { bilou, conll } from "./conll";
import { doccano, doccanoRelations } from "./doccano";
import { eventList } from "./event-list";
import type { Exporter } from "./exporter";
import type { SetFormat } from "./format-names";
import { huggingFace } from "./hugging-face";
import { instruction } from "./instruction";
import { labelStudio } from "./label-studio";
import { prodigy } from "./prodigy";
import { spacy } from "./spacy";
import { spansCsv, spansTsv } from "./spans-table";
import { stancePairs } from "./stance-pairs";
import { statementsCsv, statementsTsv } from "./statements";
import { training } from "./training";
import { webAnnotation } from "./web-annotation";
import { webanno } from "./webanno";

/** Every format in which annotation sets leave, by the name that the interface gives it. */
export const EXPORTERS: Readonly<Record<SetFormat, Exporter>> = {
  jsonl: training,
  "hugging-face": huggingFace,
  spacy,
  conll,
  bilou,
  doccano,
  "doccano-relations": doccanoRelations,
  "label-studio": labelStudio,
  brat,
  prodigy,
  webanno,
  "web-annotation": webAnnotation,
  "spans-csv": spansCsv,
  "spans-tsv": spansTsv,
  "statements-csv": statementsCsv,
  "statements-tsv": statementsTsv,
  dna: eventList,
  "stance-pairs": stancePairs,
  instruction,
};
