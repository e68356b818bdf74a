import { classNames } from "./class-names";
import { initials } from "./initials";
import { personColor } from "./person-color";

export interface AvatarProps {
  readonly name: string;
  readonly size?: "medium" | "small" | undefined;
  readonly className?: string | undefined;
}

const SIZES = { medium: "size-7 text-xs", small: "size-5.5 text-[0.625rem]" } as const;

/** A person by initials. The same name always has the same colour; the name itself is its text alternative. */
export function Avatar({ name, size = "medium", className }: AvatarProps) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      style={{ background: `var(--palette-${personColor(name)}-strong)` }}
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full font-semibold text-ink select-none",
        SIZES[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
