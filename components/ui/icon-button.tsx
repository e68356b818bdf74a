"use client";

import type { LucideIcon } from "lucide-react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import type { RefAttributes } from "react";
import { buttonStyle, type ButtonLook } from "./button-style";
import { Tooltip, type TooltipProps } from "./tooltip";

export interface IconButtonProps
  extends
    Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label">,
    ButtonLook,
    RefAttributes<HTMLButtonElement> {
  readonly icon: LucideIcon;
  /** What it does: its name and its tooltip. */
  readonly label: string;
  /** The key that does the same, shown in the tooltip. */
  readonly keys?: string | undefined;
  readonly tooltip?: TooltipProps["placement"];
  readonly className?: string | undefined;
}

const SQUARE = {
  medium: "w-8 px-0! pointer-coarse:min-w-11",
  small: "w-6.5 px-0! pointer-coarse:min-w-11",
} as const;

export function IconButton({
  icon: Icon,
  label,
  keys,
  tooltip,
  variant = "plain",
  size = "medium",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} placement={tooltip}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={buttonStyle({ variant, size }, `${SQUARE[size]} ${className ?? ""}`)}
      >
        <Icon aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
