"use client";

import { CircleHelp, KeyRound, LogOut, UserRound, UsersRound } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuSection, MenuSeparator } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-choice";
import { MenuItem } from "@/components/ui/menu-item";
import { chooseTheme, chosenTheme } from "@/components/ui/theme/choose-theme";
import type { Theme } from "@/components/ui/theme/theme";
import { SignOutDialog } from "./sign-out-dialog";
import { useSignOut } from "./use-sign-out";
import type { Viewer } from "./viewer";

export interface UserMenuProps {
  readonly viewer: Viewer;
  /** How much unsent work this page itself holds; what lies in the browser's storage is known anyway. */
  readonly unsentHere?: (() => number) | undefined;
}

const THEME_OPTIONS: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

const nothing = () => 0;

export function UserMenu({ viewer, unsentHere = nothing }: UserMenuProps) {
  const { onSignOut, question } = useSignOut(viewer.id, unsentHere);
  return (
    <>
      <Menu
        label="Your account"
        placement="bottom end"
        trigger={
          <AriaButton aria-label={`Your account, ${viewer.name}`} className="rounded-full">
            <Avatar name={viewer.name} />
          </AriaButton>
        }
      >
        <MenuSection
          title={
            <>
              <span className="block truncate text-base font-medium text-ink">{viewer.name}</span>
              <span className="block truncate">{viewer.email}</span>
            </>
          }
        >
          <MenuItem icon={UserRound} href="/settings">
            Profile
          </MenuItem>
          <MenuItem icon={KeyRound} href="/settings/tokens">
            API tokens
          </MenuItem>
          {viewer.isAdmin && (
            <MenuItem icon={UsersRound} href="/admin/people">
              People
            </MenuItem>
          )}
          <MenuItem icon={CircleHelp} href="/help">
            Help
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <ThemeChoice />
        <MenuSeparator />
        <MenuItem icon={LogOut} onAction={onSignOut}>
          Sign out
        </MenuItem>
      </Menu>
      <SignOutDialog {...question} />
    </>
  );
}

function ThemeChoice() {
  // Rendered only while the menu is open, so in the browser.
  const [theme, setTheme] = useState<Theme>(() =>
    typeof document === "undefined" ? "system" : chosenTheme(),
  );
  return (
    <MenuChoice
      title="Appearance"
      value={theme}
      options={THEME_OPTIONS}
      onChange={(choice) => {
        chooseTheme(choice);
        setTheme(choice);
      }}
    />
  );
}
