import { classNames } from "./class-names";

/** primary: the one thing to do next; quiet: the rest; plain: in toolbars and rows; danger: destroys something. */
type ButtonVariant = "primary" | "quiet" | "plain" | "danger";
type ButtonSize = "medium" | "small";

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
}

const BASE =
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors " +
  "disabled:opacity-50 data-disabled:opacity-50 data-pending:opacity-100 [&_svg]:shrink-0 pointer-coarse:min-h-11 forced-colors:disabled:text-[GrayText]";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hover:bg-accent-hover data-pressed:bg-accent-hover forced-colors:border-[ButtonBorder]",
  quiet:
    "border-line bg-paper text-ink hover:bg-[linear-gradient(var(--hover),var(--hover))] data-pressed:bg-[linear-gradient(var(--pressed),var(--pressed))]",
  plain: "border-transparent text-ink hover:bg-hover data-pressed:bg-pressed",
  danger:
    "border-transparent bg-danger text-on-danger hover:bg-danger-hover data-pressed:bg-danger-hover forced-colors:border-[ButtonBorder]",
};

const SIZES: Record<ButtonSize, string> = {
  medium: "h-8 px-3 text-base [&_svg]:size-4",
  small: "h-6.5 px-2 text-sm [&_svg]:size-3.5",
};

/** The classes that make a button or a link look like a button. */
export function buttonStyle({ variant = "quiet", size = "medium" }: ButtonLook, className?: string): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size], className);
}
