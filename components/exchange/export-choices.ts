import { ExportQuery } from "@/lib/contracts/exchange";
import type { ExportSettings } from "@/lib/core/exchange/formats/exporter";
import type { SetState } from "@/lib/core/workflow/set-state";

/** What an export is asked for, as the form holds it. No state chosen: all states. */
export interface ExportChoices extends ExportSettings {
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
  tokens: "expand",
  columns: "labels",
  cells: "exact",
};

/** What of the settings is not as it is by default, by the names that the interface has for it. */
export function chosenSettings(choices: ExportChoices): readonly (readonly [string, string])[] {
  return SETTINGS.filter((name) => choices[name] !== DEFAULT_EXPORT[name]).map((name) => [
    name,
    choices[name],
  ]);
}

const SETTINGS = ["tokens", "columns", "cells"] as const;

/** The query of `GET …/export`; what is the default is left out. An archive always holds everything. */
export function exportQuery(choices: ExportChoices): string {
  const { format, sets, states, withUnannotated, people } = choices;
  const query = new URLSearchParams();
  if (format !== DEFAULT_EXPORT.format) query.set("format", format);
  if (format === "archive") {
    if (people !== DEFAULT_EXPORT.people) query.set("people", people);
    return query.toString();
  }
  if (sets !== DEFAULT_EXPORT.sets) query.set("sets", sets);
  if (states.length > 0) query.set("state", states.join(","));
  if (withUnannotated) query.set("include", "unannotated");
  for (const [name, value] of chosenSettings(choices)) query.set(name, value);
  return query.toString();
}

/** What an address asks for; an address that asks for something else gets the default. */
export function parseExportChoices(query: Readonly<Record<string, unknown>>): ExportChoices {
  const { success, data } = ExportQuery.safeParse(query);
  if (!success) return DEFAULT_EXPORT;
  const { state, include, ...others } = data;
  return { ...others, states: state ?? [], withUnannotated: include !== undefined };
}
