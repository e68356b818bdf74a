"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { defined } from "./defined";

export interface DrawerProps {
  readonly title: string;
  readonly children: ReactNode | ((drawer: { readonly close: () => void }) => ReactNode);
  /** Buttons that stay in sight at the end. */
  readonly footer?: ReactNode;
  /** Give both to steer it; leave both out inside a `DialogTrigger`. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** Comes in from the right beside what it is about; on a phone from below. */
export function Drawer({ title, children, footer, isOpen, onOpenChange }: DrawerProps) {
  return (
    <ModalOverlay
      {...defined({ isOpen, onOpenChange })}
      isDismissable
      className="floats fixed inset-0 z-50 flex h-(--visual-viewport-height) items-end justify-end bg-veil"
    >
      <Modal className="slides flex max-h-[85%] w-full flex-col overflow-hidden rounded-t-xl border border-line bg-paper shadow-float sm:h-full sm:max-h-none sm:w-[28rem] sm:rounded-none sm:border-y-0 sm:border-r-0">
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          {(dialog) => (
            <>
              <header className="flex h-12 shrink-0 items-center gap-4 border-b border-line pr-2.5 pl-5">
                <Heading slot="title" className="min-w-0 flex-1 truncate font-semibold">
                  {title}
                </Heading>
                <AriaButton
                  slot="close"
                  aria-label="Close"
                  className="grid size-8 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink"
                >
                  <X aria-hidden className="size-4" />
                </AriaButton>
              </header>
              <div
                className="min-h-0 flex-1 overflow-y-auto px-5 py-4"
                tabIndex={0}
                role="group"
                aria-label={title}
              >
                {typeof children === "function" ? children(dialog) : children}
              </div>
              {footer !== undefined && (
                <footer className="flex shrink-0 justify-end gap-2 border-t border-line px-5 py-3">
                  {footer}
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
