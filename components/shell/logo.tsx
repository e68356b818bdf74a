export interface LogoProps {
  /** On a phone only the mark is left, where the words of the page need the room. */
  readonly isShort?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Three panels: claim, actor, stance. */
export function Logo({ isShort = false, className = "" }: LogoProps) {
  return (
    <span className={`inline-flex items-center gap-1.5 text-[1.1875rem] leading-none ${className}`}>
      <svg viewBox="0 0 20 14" aria-hidden className="h-[0.78em] w-auto forced-color-adjust-none">
        <rect x="0" width="5.4" height="14" rx="0.8" fill="var(--palette-amber-line)" />
        <rect x="7.3" width="5.4" height="14" rx="0.8" fill="var(--palette-blue-line)" />
        <rect x="14.6" width="5.4" height="14" rx="0.8" fill="var(--palette-rose-line)" />
      </svg>
      <span className={`font-serif font-bold tracking-[-0.01em] ${isShort ? "max-sm:sr-only" : ""}`}>
        Triptych
      </span>
    </span>
  );
}
