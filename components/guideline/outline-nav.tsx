import type { OutlineEntry } from "@/components/ui/markdown-outline";

/** Leads to the headings of a text: a list beside it, or before it where there is no room. */
export function OutlineNav({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  const top = Math.min(...entries.map(({ level }) => level));
  return (
    <nav aria-label="Headings">
      <ul className="flex flex-col gap-0.5">
        {entries.map(({ level, text, id }) => (
          <li key={id} style={{ paddingInlineStart: `${Math.min(level - top, 3) * 0.75}rem` }}>
            <a
              href={`#${id}`}
              className="block rounded-sm py-0.5 text-soft transition-colors [overflow-wrap:anywhere] hover:text-ink pointer-coarse:py-2"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
