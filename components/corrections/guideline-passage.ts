import { sectionOf } from "@/components/annotator/guideline-section";
import { markdownOutline } from "@/components/ui/markdown-outline";
import type { Label } from "@/lib/core/schema/schema";

/** What the guideline says of a label: the section under the heading that names it; null where there is none. */
export function guidelinePassage(markdown: string, label: Pick<Label, "key" | "name">): string | null {
  const outline = markdownOutline(markdown);
  const section = sectionOf(outline, label);
  if (section === null) return null;
  const end = outline.find(({ line, level }) => line > section.line && level <= section.level)?.line;
  const lines = markdown.split(/\r\n|\n|\r/).slice(section.line, end === undefined ? undefined : end - 1);
  return lines.join("\n").trim();
}
