export interface SpinnerProps {
  /** What is being waited for, for a screen reader. */
  readonly label: string;
  readonly className?: string | undefined;
}

export function Spinner({ label, className = "size-4" }: SpinnerProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
      className={`${className} animate-[turn_700ms_linear_infinite]`}
    >
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.75" opacity="0.25" />
      <path
        d="M8 1.75A6.25 6.25 0 0 1 14.25 8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}
