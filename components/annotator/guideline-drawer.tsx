"use client";

import { Drawer } from "@/components/ui/drawer";
import { Markdown } from "@/components/ui/markdown";

export interface GuidelineDrawerProps {
  readonly markdown: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function GuidelineDrawer({ markdown, isOpen, onOpenChange }: GuidelineDrawerProps) {
  return (
    <Drawer title="Guideline" isOpen={isOpen} onOpenChange={onOpenChange}>
      {markdown.trim() === "" ? (
        <p className="text-soft">
          This project has no guideline yet. A manager can write one under Guideline.
        </p>
      ) : (
        <Markdown topHeading={3}>{markdown}</Markdown>
      )}
    </Drawer>
  );
}
