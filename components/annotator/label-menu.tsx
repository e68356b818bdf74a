"use client";

import { useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Swatch } from "@/components/ui/swatch";
import { PickList } from "./pick-list";
import { useWorkbench } from "./workbench";

/** What a label is chosen for: to mark or change what is pointed at, to mark it once more, to be kept for what follows. */
export const LABEL_PURPOSES = ["label", "duplicate", "keep"] as const;
export type LabelPurpose = (typeof LABEL_PURPOSES)[number];

const TITLES: Readonly<Record<LabelPurpose, string>> = {
  label: "Choose a label",
  duplicate: "Mark it as well as",
  keep: "Mark all that is selected next as",
};

export interface LabelMenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Where on the screen what gets the label lies. */
  readonly at: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly purpose: LabelPurpose;
  readonly onLabel: (key: string) => void;
}

/** The labels beside the place that gets one: type its name, or take it with the arrows. */
export function LabelMenu({ isOpen, onOpenChange, at, purpose, onLabel }: LabelMenuProps) {
  const { labels } = useWorkbench();
  const anchor = useRef<HTMLSpanElement>(null);
  const picks = labels.map(({ label, key }) => ({
    id: label.key,
    title: label.name,
    keys: key?.toUpperCase() ?? null,
    mark: <Swatch color={label.color} />,
  }));
  return (
    <>
      <span ref={anchor} aria-hidden className="pointer-events-none fixed" style={at} />
      <Popover
        triggerRef={anchor}
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        placement="bottom start"
        className="floats w-64 rounded-lg border border-line bg-paper shadow-float"
      >
        <Dialog aria-label={TITLES[purpose]} className="outline-none">
          <PickList
            label={TITLES[purpose]}
            groups={[{ title: null, picks }]}
            onPick={(key) => {
              onOpenChange(false);
              onLabel(key);
            }}
          />
        </Dialog>
      </Popover>
    </>
  );
}
