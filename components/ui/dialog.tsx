"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classNames } from "./class-names";
import { defined } from "./defined";

export interface DialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode | ((dialog: { readonly close: () => void }) => ReactNode);
  /** Give both to steer it; leave both out inside a `DialogTrigger`. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly width?: "narrow" | "medium" | "wide" | undefined;
  /** False while leaving would lose work: then only its own buttons and Escape close it. */
  readonly closesOnOutside?: boolean | undefined;
}

const WIDTHS = { narrow: "max-w-sm", medium: "max-w-lg", wide: "max-w-3xl" } as const;

/** Asks for something before the page goes on. End its content with `DialogActions`. */
export function Dialog({
  title,
  description,
  children,
  isOpen,
  onOpenChange,
  width = "medium",
  closesOnOutside = true,
}: DialogProps) {
  return (
    <ModalOverlay
      {...defined({ isOpen, onOpenChange })}
      isDismissable={closesOnOutside}
      className="floats fixed inset-0 z-50 flex h-(--visual-viewport-height) items-end justify-center bg-veil sm:items-start sm:p-6 sm:pt-[12vh]"
    >
      <Modal
        className={classNames(
          "rises flex max-h-[92%] w-full flex-col overflow-hidden rounded-t-xl border border-line bg-paper shadow-float sm:max-h-full sm:rounded-xl",
          WIDTHS[width],
        )}
      >
        <AriaDialog className="flex min-h-0 flex-col outline-none">
          {(dialog) => (
            <>
              <header className="flex items-start gap-4 px-5 pt-4 pb-3">
                <div className="min-w-0 flex-1">
                  <Heading slot="title" className="font-serif text-xl font-semibold">
                    {title}
                  </Heading>
                  {description !== undefined && <p className="mt-0.5 text-soft">{description}</p>}
                </div>
                <AriaButton
                  slot="close"
                  aria-label="Close"
                  className="-mr-1.5 grid size-7 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink"
                >
                  <X aria-hidden className="size-4" />
                </AriaButton>
              </header>
              <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">
                {typeof children === "function" ? children(dialog) : children}
              </div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
