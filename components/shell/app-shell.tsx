import type { ReactNode } from "react";
import { MAIN_ID, SkipLink } from "./skip-link";
import { TopBar, type TopBarProps } from "./top-bar";

export interface AppShellProps extends TopBarProps {
  /** Beside the content, usually `ProjectNavigation`. */
  readonly navigation?: ReactNode;
  /**
   * `page` grows with its content and scrolls as a whole. `workbench` fills the window exactly; its panels scroll
   * by themselves.
   */
  readonly layout?: "page" | "workbench" | undefined;
  readonly children: ReactNode;
}

/** The frame of every page one sees signed in: skip link, top bar, navigation, main. Start the content with `Page`. */
export function AppShell({ navigation, layout = "page", children, ...bar }: AppShellProps) {
  return (
    <div
      data-layout={layout}
      className={layout === "workbench" ? "flex h-dvh flex-col overflow-hidden" : "flex min-h-dvh flex-col"}
    >
      <SkipLink />
      <TopBar {...bar} />
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        {navigation}
        <main
          id={MAIN_ID}
          tabIndex={-1}
          data-alone={navigation === undefined || undefined}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
