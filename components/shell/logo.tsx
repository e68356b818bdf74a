/** Three panels: claim, actor, stance. */
export function Logo({ className = "" }: { readonly className?: string | undefined }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${className}`}>
      <LogoMark />
      <span className="font-serif text-[1.1875rem] leading-none font-bold tracking-[-0.01em]">Triptych</span>
    </span>
  );
}

export function LogoMark({
  className = "h-[1em] w-auto text-lg",
}: {
  readonly className?: string | undefined;
}) {
  return (
    <svg viewBox="0 0 20 14" aria-hidden className={className}>
      <rect x="0" width="5.2" height="14" rx="0.8" fill="var(--palette-amber-line)" />
      <rect x="7.2" width="5.2" height="14" rx="0.8" fill="var(--palette-blue-line)" />
      <rect x="14.4" width="5.2" height="14" rx="0.8" fill="var(--palette-rose-line)" />
    </svg>
  );
}
