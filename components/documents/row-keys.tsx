"use client";

import type { KeyboardEvent, ReactNode } from "react";

/** Up, Down, Home and End move focus among the links marked `data-row-link` inside. */
export function RowKeys({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={className} onKeyDown={moveFocus}>
      {children}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-link]")];
  const here = links.findIndex((link) => link === event.target);
  if (here === -1) return;
  const target = links.at(nextIndex(event.key, here, links.length) ?? here);
  if (target === undefined || target === event.target) return;
  event.preventDefault();
  target.focus();
}

function nextIndex(key: string, here: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(here + 1, count - 1);
  if (key === "ArrowUp") return Math.max(here - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
