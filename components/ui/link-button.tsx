import { AppLink, type AppLinkProps } from "./app-link";
import { buttonStyle, type ButtonLook } from "./button-style";

export interface LinkButtonProps extends Omit<AppLinkProps, "className">, ButtonLook {
  readonly className?: string | undefined;
}

/** Goes somewhere and looks like a button. For a download give `prefetch={false}` and `download`. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <AppLink {...rest} className={buttonStyle({ variant, size }, className)} />;
}
