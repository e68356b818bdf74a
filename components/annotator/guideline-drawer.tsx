"use client";

import { useEffect, useMemo, useRef } from "react";
import { Drawer } from "@/components/ui/drawer";
import { Markdown } from "@/components/ui/markdown";
import { markdownOutline } from "@/components/ui/markdown-outline";
import type { Label } from "@/lib/core/schema/schema";
import { sectionOf } from "./guideline-section";

export interface GuidelineDrawerProps {
  readonly markdown: string;
  /** What is at hand: where the guideline opens. */
  readonly label: Label | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The guideline beside the text; it opens where it speaks of the label that is at hand. */
export function GuidelineDrawer({ markdown, label, isOpen, onOpenChange }: GuidelineDrawerProps) {
  return (
    <Drawer title="Guideline" isOpen={isOpen} onOpenChange={onOpenChange}>
      {markdown.trim() === "" ? (
        <p className="text-soft">
          This project has no guideline yet. A manager can write one under Guideline.
        </p>
      ) : (
        <Guideline markdown={markdown} label={label} />
      )}
    </Drawer>
  );
}

function Guideline({ markdown, label }: Pick<GuidelineDrawerProps, "markdown" | "label">) {
  const text = useRef<HTMLDivElement>(null);
  const outline = useMemo(() => markdownOutline(markdown), [markdown]);
  const section = label === null ? null : sectionOf(outline, label);
  const id = section === null ? null : `guideline-${section.id}`;
  const headingIds = useMemo(
    () => new Map(outline.map((entry) => [entry.line, `guideline-${entry.id}`])),
    [outline],
  );

  // The drawer's scroll position: at the section, when it opens.
  useEffect(() => {
    if (id !== null)
      text.current?.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "start" });
  }, [id]);

  return (
    <div ref={text} className="[&_[id]]:scroll-mt-3">
      <Markdown topHeading={3} headingIds={headingIds}>
        {markdown}
      </Markdown>
    </div>
  );
}
