"use client";

import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { defined } from "./defined";

export interface ProgressProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** How much is done, 0 to `max`; left out while nobody can tell. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** In words, instead of a percentage: "340 of 1,000". */
  readonly valueLabel?: string | undefined;
}

/** How far a job is, or how much of something is done. */
export function Progress({ label, hideLabel = false, value, max = 100, valueLabel }: ProgressProps) {
  return (
    <ProgressBar
      {...defined({ value, valueLabel })}
      maxValue={max}
      isIndeterminate={value === undefined}
      className="flex flex-col gap-1.5"
    >
      {({ percentage, valueText }) => (
        <>
          <div className={hideLabel ? "sr-only" : "flex justify-between gap-4 text-sm"}>
            <Label>{label}</Label>
            {valueText !== undefined && <span className="text-soft">{valueText}</span>}
          </div>
          <div className="h-1.5 overflow-hidden rounded-full bg-pressed forced-colors:border">
            {percentage === undefined ? (
              <div className="h-full w-[30%] animate-[sweep_1.2s_ease-in-out_infinite] rounded-full bg-accent motion-reduce:w-full motion-reduce:opacity-40 forced-colors:bg-[Highlight]" />
            ) : (
              <div
                style={{ width: `${percentage}%` }}
                className="h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
              />
            )}
          </div>
        </>
      )}
    </ProgressBar>
  );
}
