"use client";

import { useDeferredValue } from "react";
import { useWatch, type Control } from "react-hook-form";
import { countOf } from "@/components/ui/format-count";
import { formatBytes } from "@/components/ui/format-bytes";
import type { PastedDocument, PastedFields } from "./pasted-document";
import { textCounts } from "./text-counts";

/** How long the pasted text is; counted behind the typing, since a text may have ten million characters. */
export function TextSize({ control }: { readonly control: Control<PastedFields, unknown, PastedDocument> }) {
  const { characters, words, bytes } = textCounts(useDeferredValue(useWatch({ control, name: "text" })));
  return (
    <p className="text-sm text-soft tabular-nums">
      {countOf(characters, "character")} · {countOf(words, "word")} · {formatBytes(bytes)} of at most 10 MiB
    </p>
  );
}
