import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { Logo } from "./logo";
import { UserMenu } from "./user-menu";
import type { Viewer } from "./viewer";

export interface TopBarProps {
  readonly viewer: Viewer;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** What this page offers, at the right: save state, undo, the primary button. */
  readonly actions?: ReactNode;
  /** How much work this page holds that the server does not have: asked for when somebody signs out. */
  readonly unsentHere?: (() => number) | undefined;
}

export function TopBar({ viewer, crumbs = [], actions, unsentHere }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-3 border-b border-line bg-paper px-3 sm:px-4 pointer-coarse:h-14">
      <AppLink
        href="/projects"
        aria-label="Triptych, all projects"
        className="shrink-0 rounded-sm max-sm:-m-2 max-sm:p-2"
      >
        <Logo isShort={crumbs.length > 0} />
      </AppLink>
      <div className="min-w-0 flex-1 sm:pl-1">{crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}</div>
      <div className="flex shrink-0 items-center gap-2">
        {actions}
        <AppLink
          href="/help"
          aria-label="Help"
          className="grid size-8 place-items-center rounded-md text-soft transition-colors hover:bg-hover hover:text-ink max-sm:hidden"
        >
          <CircleHelp aria-hidden className="size-4" />
        </AppLink>
        <UserMenu viewer={viewer} unsentHere={unsentHere} />
      </div>
    </header>
  );
}
