import { attributeColumns } from "../attribute-columns";
import { trainingRow } from "../training-row";
import { encoderOfLines, jsonLine, type Exporter } from "./exporter";

/** Our own form, which holds everything that a set has. */
export const training: Exporter = {
  name: "Training data",
  about: "JSONL with texts, spans and relations, for Hugging Face, pandas, DuckDB. Nothing is lost.",
  fileName: "triptych.jsonl",
  type: "application/x-ndjson",
  loses: [],
  settings: [],
  begin: (schemas) => {
    const columns = attributeColumns(schemas);
    return encoderOfLines((source) => ({ text: jsonLine(trainingRow(source, columns)), losses: [] }));
  },
};
