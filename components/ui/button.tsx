"use client";

import type { ReactNode, RefAttributes } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { buttonStyle, type ButtonLook } from "./button-style";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { Spinner } from "./spinner";

export interface ButtonProps
  extends
    Omit<AriaButtonProps, "children" | "className" | "style" | "isPending">,
    ButtonLook,
    RefAttributes<HTMLButtonElement> {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Work is under way: the button keeps its width and focus, says so to a screen reader, and ignores presses. */
  readonly isPending?: boolean | undefined;
}

/*
 * react-aria's own `isPending` announces by pointing at the button, and points at nothing once a dialog with the
 * button has closed. Hence a status beside it.
 */
export function Button({
  variant,
  size,
  className,
  isPending = false,
  type = "button",
  onPress,
  children,
  ...rest
}: ButtonProps) {
  return (
    <>
      <AriaButton
        {...rest}
        {...(isPending ? { "aria-disabled": true } : defined({ onPress }))}
        type={isPending ? "button" : type}
        data-pending={isPending || undefined}
        className={buttonStyle({ variant, size }, className)}
      >
        <span className={classNames("inline-flex items-center gap-1.5", isPending && "invisible")}>
          {children}
        </span>
        {isPending && (
          <span className="absolute inset-0 grid place-items-center">
            <Spinner label="Please wait" />
          </span>
        )}
      </AriaButton>
      <span role="status" className="sr-only">
        {isPending && "Please wait"}
      </span>
    </>
  );
}
