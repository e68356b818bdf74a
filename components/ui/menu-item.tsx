"use client";

import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { MenuItem as AriaMenuItem } from "react-aria-components/Menu";
import { AppLink, type AppLinkProps } from "./app-link";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { Kbd } from "./kbd";

export interface MenuItemProps {
  readonly children: string;
  readonly icon?: LucideIcon | undefined;
  readonly keys?: string | undefined;
  /** One of these two: what it does, or where it leads. */
  readonly onAction?: (() => void) | undefined;
  readonly href?: string | undefined;
  /** Set on each item of a `MenuSection` with `value`: the item's own value. */
  readonly id?: string | undefined;
  readonly tone?: "neutral" | "danger" | undefined;
  readonly isDisabled?: boolean | undefined;
}

export function MenuItem({
  children,
  icon: Icon,
  keys,
  onAction,
  href,
  id,
  tone = "neutral",
  isDisabled = false,
}: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={children}
      isDisabled={isDisabled}
      {...defined({ id, onAction, href })}
      render={(props) => ("href" in props ? <AppLink {...(props as AppLinkProps)} /> : <div {...props} />)}
      className={classNames(
        "flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:opacity-50 data-focused:bg-hover data-pressed:bg-pressed pointer-coarse:min-h-11",
        "forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]",
        tone === "danger" ? "text-danger" : "text-ink",
      )}
    >
      {({ selectionMode, isSelected }): ReactNode => (
        <>
          {Icon !== undefined && (
            <Icon aria-hidden className={classNames("size-4 shrink-0", tone === "neutral" && "text-soft")} />
          )}
          <span className="min-w-0 flex-1 truncate">{children}</span>
          {keys !== undefined && <Kbd>{keys}</Kbd>}
          {selectionMode !== "none" && (
            <Check aria-hidden className={classNames("size-4 shrink-0", !isSelected && "invisible")} />
          )}
        </>
      )}
    </AriaMenuItem>
  );
}
