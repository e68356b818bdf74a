"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Badge } from "@/components/ui/badge";
import { OrderButtons, type Place } from "./order-buttons";

export interface EditorRowProps {
  /** For assistive technology, and in the names of its buttons. */
  readonly name: string;
  /** Of its heading; one below the list's. */
  readonly level: 3 | 4;
  readonly isExpanded: boolean;
  readonly onExpandedChange: (isExpanded: boolean) => void;
  /** How it looks while closed. */
  readonly summary: ReactNode;
  readonly isFaulty: boolean;
  readonly place: Place;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** One label, relation type or attribute: a line that opens into its fields, and stays open while one is to be mended. */
export function EditorRow({
  name,
  level,
  isExpanded,
  onExpandedChange,
  summary,
  isFaulty,
  children,
  ...order
}: EditorRowProps) {
  const isOpen = isExpanded || isFaulty;
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <li aria-label={name} className="border-b border-line last:border-b-0">
      <Disclosure isExpanded={isOpen} onExpandedChange={onExpandedChange}>
        <div className="flex items-center gap-2 pr-2">
          <Heading className="min-w-0 flex-1">
            <AriaButton
              slot="trigger"
              aria-label={name}
              className="flex min-h-11 w-full items-center gap-2.5 py-2 pl-3 text-left -outline-offset-2 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <ChevronRight
                aria-hidden
                className={`size-4 shrink-0 text-soft transition-transform ${isOpen ? "rotate-90" : ""}`}
              />
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">{summary}</span>
              {isFaulty && <Badge tone="danger">to mend</Badge>}
            </AriaButton>
          </Heading>
          <OrderButtons name={name} {...order} />
        </div>
        <DisclosurePanel className={isOpen ? "border-t border-line bg-ground/50 px-4 py-4 sm:pl-9.5" : ""}>
          {isOpen && <div className="flex max-w-3xl flex-col gap-5">{children}</div>}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
