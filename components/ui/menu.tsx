"use client";

import type { ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuSection as AriaMenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";

export interface MenuProps {
  /** The control that opens it: a `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  /** Names the menu for assistive technology. */
  readonly label: string;
  /** `MenuItem`, `MenuLink`, `MenuSection`, `MenuChoice`, `MenuSeparator`. */
  readonly children: ReactNode;
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end" | undefined;
}

export function Menu({ trigger, label, children, placement = "bottom start" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={4}
        className="floats min-w-48 overflow-auto rounded-lg border border-line bg-paper p-1 shadow-float"
      >
        <AriaMenu aria-label={label} className="max-w-80 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuSection({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <AriaMenuSection>
      <Header className="px-2 pt-2 pb-1 text-sm text-soft">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}
