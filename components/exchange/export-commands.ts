import { chosenSettings, DEFAULT_EXPORT, type ExportChoices } from "./export-choices";

export function exportPath(projectId: string, query: string): string {
  return `/api/v1/projects/${projectId}/export${query === "" ? "" : `?${query}`}`;
}

/** A line for a POSIX shell that saves the export under the name the server gives it. */
export function exportCurl(origin: string, projectId: string, query: string): string {
  return `curl -fOJ -H "Authorization: Bearer $TRIPTYCH_TOKEN" "${origin}${exportPath(projectId, query)}"`;
}

/** The same by the command line of the installation, into a file of the name that the format has. */
export function exportCommand(projectId: string, choices: ExportChoices, fileName: string): string {
  const { format, sets, states, withUnannotated, people } = choices;
  const options = [`--project ${projectId}`];
  if (format !== DEFAULT_EXPORT.format) options.push(`--format ${format}`);
  if (format === "archive") {
    if (people !== DEFAULT_EXPORT.people) options.push(`--people ${people}`);
  } else {
    if (sets !== DEFAULT_EXPORT.sets) options.push(`--sets ${sets}`);
    if (states.length > 0) options.push(`--state ${states.join(",")}`);
    if (withUnannotated) options.push("--include unannotated");
    for (const [name, value] of chosenSettings(choices)) options.push(`--${name} ${value}`);
  }
  return `npx triptych export ${options.join(" ")} --out ${fileName}`;
}
