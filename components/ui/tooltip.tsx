"use client";

import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "./kbd";

export interface TooltipProps {
  readonly text: string;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  /** Something that takes focus: a `Button`, a link. */
  readonly children: ReactElement;
  readonly placement?: "top" | "bottom" | "left" | "right" | undefined;
}

/** Says a word more on hover and focus. Never the only place of something one needs: touch does not show it. */
export function Tooltip({ text, keys, children, placement = "bottom" }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="floats flex items-center gap-2 rounded-md border border-transparent bg-ink px-2 py-1 text-sm text-paper"
      >
        {text}
        {keys !== undefined && <Kbd>{keys}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
