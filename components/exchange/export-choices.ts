import { ExportQuery } from "@/lib/contracts/exchange";
import type { SetState } from "@/lib/core/workflow/set-state";

/** What an export is asked for, as the form holds it. No state chosen: all states. */
export interface ExportChoices {
  readonly format: ExportQuery["format"];
  readonly sets: ExportQuery["sets"];
  readonly states: readonly SetState[];
  readonly withUnannotated: boolean;
  readonly people: ExportQuery["people"];
}

export const DEFAULT_EXPORT: ExportChoices = {
  format: "jsonl",
  sets: "auto",
  states: [],
  withUnannotated: false,
  people: "pseudonyms",
};

/** The query of `GET …/export`; what is the default is left out. An archive always holds everything. */
export function exportQuery({ format, sets, states, withUnannotated, people }: ExportChoices): string {
  const query = new URLSearchParams();
  if (format !== DEFAULT_EXPORT.format) query.set("format", format);
  if (format === "archive") {
    if (people !== DEFAULT_EXPORT.people) query.set("people", people);
    return query.toString();
  }
  if (sets !== DEFAULT_EXPORT.sets) query.set("sets", sets);
  if (states.length > 0) query.set("state", states.join(","));
  if (withUnannotated) query.set("include", "unannotated");
  return query.toString();
}

/** What an address asks for; an address that asks for something else gets the default. */
export function parseExportChoices(query: Readonly<Record<string, unknown>>): ExportChoices {
  const { success, data } = ExportQuery.safeParse(query);
  if (!success) return DEFAULT_EXPORT;
  const { format, sets, state, include, people } = data;
  return { format, sets, states: state ?? [], withUnannotated: include !== undefined, people };
}
