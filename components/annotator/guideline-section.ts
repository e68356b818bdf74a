import type { OutlineEntry } from "@/components/ui/markdown-outline";
import type { Label } from "@/lib/core/schema/schema";

/** The heading under which a guideline speaks of a label: the one that says its name or key, alone rather than among others. */
export function sectionOf(
  outline: readonly OutlineEntry[],
  label: Pick<Label, "key" | "name">,
): OutlineEntry | null {
  const wanted = [label.name, label.key].map(wordsOf);
  const says = (entry: OutlineEntry): boolean => {
    const words = wordsOf(entry.text);
    return wanted.some((one) => one.length > 0 && holds(words, one));
  };
  const found = outline.filter(says);
  const extra = ({ text }: OutlineEntry): number => wordsOf(text).length;
  return found.toSorted((a, b) => extra(a) - extra(b) || a.line - b.line)[0] ?? null;
}

/** Whether the words stand in a row in the heading, the last in the plural or not. */
function holds(heading: readonly string[], words: readonly string[]): boolean {
  return heading.some((_, at) => words.every((word, step) => isForm(heading[at + step], word)));
}

/** “Claims” speaks of “claim”, “Parties” of “party”. */
function isForm(said: string | undefined, word: string): boolean {
  if (said === undefined) return false;
  return [word, `${word}s`, `${word}es`, `${word.slice(0, -1)}ies`].includes(said);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
