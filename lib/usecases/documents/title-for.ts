import { titleOf } from "@/lib/core/text/first-line";

/** Code points; a character may consist of any number of them. */
const MAX_TITLE = 500;

/** The title of a document whose metadata name none: its first line, else its name elsewhere, else that it has none. */
export function titleFor(text: string, externalId: string | null): string {
  const title = titleOf(text) || (externalId?.trim() ?? "") || "Untitled";
  return title.length <= MAX_TITLE ? title : [...title].slice(0, MAX_TITLE).join("");
}
