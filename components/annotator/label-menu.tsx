"use client";

import { useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Swatch } from "@/components/ui/swatch";
import { PickList } from "./pick-list";
import { useWorkbench } from "./workbench";

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
  readonly onLabel: (key: string) => void;
}

/** The labels beside the place that gets one: type its name, or take it with the arrows. */
export function LabelMenu({ isOpen, onOpenChange, at, onLabel }: LabelMenuProps) {
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
        <Dialog aria-label="Choose a label" className="outline-none">
          <PickList
            label="Label"
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
