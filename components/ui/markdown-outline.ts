export interface OutlineEntry {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** Unique in its text, and the same as long as the heading's words are. */
  readonly id: string;
  /** Of the source, counted from 1. */
  readonly line: number;
}

/** The headings of a markdown text that begin with `#`, outside of code. */
export function markdownOutline(markdown: string): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const taken = new Set<string>();
  let fence: string | null = null;
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      continue;
    }
    const [, hashes, title] =
      (fence === null && /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)) || [];
    if (hashes === undefined || title === undefined || title === "") continue;
    const text = plain(title);
    const id = unused(slug(text), taken);
    taken.add(id);
    entries.push({ level: hashes.length, text, id, line: index + 1 });
  }
  return entries;
}

/** What stays of a heading without its inline marks. */
function plain(title: string): string {
  return title
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|`|~~)(.+?)\1/g, "$2")
    .replace(/\*(.+?)\*/g, "$1");
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "section"
  );
}

function unused(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
