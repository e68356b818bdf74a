"use client";

import type { ReactElement } from "react";
import { DialogTrigger as AriaDialogTrigger } from "react-aria-components/Dialog";

export interface DialogTriggerProps {
  /** The button that opens it, then the `Dialog`, `ConfirmDialog` or `Drawer`. */
  readonly children: readonly [ReactElement, ReactElement];
}

export function DialogTrigger({ children: [button, dialog] }: DialogTriggerProps) {
  return (
    <AriaDialogTrigger>
      {button}
      {dialog}
    </AriaDialogTrigger>
  );
}
