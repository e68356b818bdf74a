export interface KbdProps {
  /** The key as it is printed on it: `⌘K`, `Enter`, `R`. */
  readonly children: string;
  readonly className?: string | undefined;
}

/** A key. On a coloured button it takes the button's colour; on a touch screen it is not shown. */
export function Kbd({ children, className = "" }: KbdProps) {
  return (
    <kbd
      className={`pointer-coarse:hidden inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-current/25 px-1 font-sans text-xs leading-none font-normal opacity-80 ${className}`}
    >
      {children}
    </kbd>
  );
}
