import type { Schema } from "../../schema/schema";
import type { Encoder, Exporter, ExportSettings } from "./exporter";
import type { Separator } from "./table";

interface TableSpec extends Pick<Exporter, "name" | "about" | "loses"> {
  /** Without its ending. */
  readonly fileName: string;
  readonly encoderOf: (schemas: readonly Schema[], settings: ExportSettings, separator: Separator) => Encoder;
}

/** A table as comma and as tab separated values: the same rows twice. */
export function tableExporters({
  name,
  about,
  loses,
  fileName,
  encoderOf,
}: TableSpec): readonly [csv: Exporter, tsv: Exporter] {
  const common = { loses, settings: ["cells"] } as const;
  return [
    {
      ...common,
      name: `${name}, CSV`,
      about,
      fileName: `${fileName}.csv`,
      type: "text/csv; charset=utf-8",
      begin: (schemas, settings) => encoderOf(schemas, settings, ","),
    },
    {
      ...common,
      name: `${name}, TSV`,
      about: "The same with tabs between the columns.",
      fileName: `${fileName}.tsv`,
      type: "text/tab-separated-values; charset=utf-8",
      begin: (schemas, settings) => encoderOf(schemas, settings, "\t"),
    },
  ];
}
