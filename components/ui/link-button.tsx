import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle, type ButtonLook } from "./button-style";

export interface LinkButtonProps extends Omit<ComponentProps<typeof Link>, "className">, ButtonLook {
  readonly className?: string | undefined;
}

/** Goes somewhere and looks like a button. For a download give `prefetch={false}` and `download`. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonStyle({ variant, size }, className)} />;
}
