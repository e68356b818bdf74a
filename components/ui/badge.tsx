import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BadgeTone = "neutral" | "strong" | "accent" | "ok" | "warn" | "danger";
/** A shape beside the word, so that the tone is never the only sign. */
export type BadgeShape = "empty" | "half" | "full" | "back" | "check";

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: BadgeTone | undefined;
  readonly shape?: BadgeShape | undefined;
  /** Drawn as a pill; without it only shape and word, as rows of a table want. */
  readonly isPill?: boolean | undefined;
}

const TONES: Record<BadgeTone, string> = {
  neutral: "text-soft",
  strong: "text-ink",
  accent: "text-accent",
  ok: "text-ok",
  warn: "text-warn",
  danger: "text-danger",
};

export function Badge({ children, tone = "neutral", shape, isPill = false }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 text-sm whitespace-nowrap",
        TONES[tone],
        isPill && "h-5 rounded-full border border-current/25 px-2",
      )}
    >
      {shape !== undefined && (
        <svg viewBox="0 0 12 12" aria-hidden className="size-2.5 shrink-0 overflow-visible">
          {SHAPES[shape]}
        </svg>
      )}
      {children}
    </span>
  );
}

const stroke = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.75,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const SHAPES: Record<BadgeShape, ReactNode> = {
  empty: <circle cx="6" cy="6" r="4.75" {...stroke} />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.75" {...stroke} />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9Z" fill="currentColor" />
    </>
  ),
  full: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  back: <path d="M4.5 1.5 1.5 4.5l3 3M2 4.5h5.25a3.25 3.25 0 0 1 0 6.5H5" {...stroke} />,
  check: <path d="m1.5 6.5 3 3 6-7" {...stroke} strokeWidth={2} />,
};
