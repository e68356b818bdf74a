"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { documentListHref, filteredBy, type DocumentListPlace } from "./document-list-address";

export interface DocumentSearchProps {
  readonly projectId: string;
  readonly place: DocumentListPlace;
}

/** Looks for words in the documents. Enter searches, Escape clears; the query is part of the address. */
export function DocumentSearch({ projectId, place }: DocumentSearchProps) {
  const router = useRouter();
  const [query, setQuery] = useState(place.q ?? "");
  const search = (q: string) => router.push(documentListHref(projectId, filteredBy(place, { q: q.trim() })));
  return (
    <SearchField
      label="Search documents"
      placeholder="Search"
      value={query}
      onChange={setQuery}
      onSubmit={search}
      onClear={() => search("")}
      maxLength={200}
      className="w-full sm:w-72"
    />
  );
}
