import { AppLink, type AppLinkProps } from "./app-link";
import { classNames } from "./class-names";

export interface TextLinkProps extends Omit<AppLinkProps, "className"> {
  /** Inside running text a link is underlined at rest; where a whole list is links, `quiet` underlines on hover. */
  readonly quiet?: boolean | undefined;
  readonly className?: string | undefined;
}

export function TextLink({ quiet = false, className, ...rest }: TextLinkProps) {
  return (
    <AppLink
      {...rest}
      className={classNames(
        "rounded-sm underline-offset-3 transition-colors",
        quiet ? "text-ink hover:underline" : "text-accent underline decoration-1 hover:decoration-2",
        className,
      )}
    />
  );
}
