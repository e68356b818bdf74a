"use client";

import { useRef, useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { findTopics } from "./help-topics";

/** The headings of the help page, narrowed down while one types; Enter goes to the first. */
export function HelpContents() {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const topics = findTopics(query);
  return (
    <nav aria-label="Help topics" className="flex flex-col gap-3">
      <SearchField
        label="Search the help"
        placeholder="Search"
        value={query}
        onChange={setQuery}
        onSubmit={() => list.current?.querySelector("a")?.click()}
      />
      <ul ref={list} className="flex flex-col gap-0.5">
        {topics.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block rounded-sm py-0.5 text-soft transition-colors hover:text-ink pointer-coarse:py-2"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p role="status" className="text-soft empty:hidden">
        {topics.length === 0 && "Nothing found. Try another word."}
      </p>
    </nav>
  );
}
