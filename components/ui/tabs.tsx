"use client";

import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import { classNames } from "./class-names";
import { defined } from "./defined";

export interface TabItem {
  readonly id: string;
  readonly label: string;
  /** How many things are inside. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps {
  /** Names the row of tabs for assistive technology. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly selected?: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly className?: string | undefined;
}

/** Several views in one place. For views with an address of their own use links. */
export function Tabs({ label, tabs, selected, onSelect, className }: TabsProps) {
  return (
    <AriaTabs
      {...defined({ selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className={classNames("flex min-h-0 flex-col", className)}
    >
      <TabList aria-label={label} className="flex shrink-0 gap-5 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent font-medium forced-colors:border-[Canvas] forced-colors:data-selected:border-[Highlight] whitespace-nowrap text-soft outline-none select-none data-focus-visible:rounded-sm data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent data-hovered:text-ink data-selected:border-accent data-selected:text-ink pointer-coarse:h-11"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="text-sm font-normal text-soft tabular-nums">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-h-0 flex-1 pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
