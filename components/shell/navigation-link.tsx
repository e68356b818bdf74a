"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";

export interface NavigationLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** For a place that has others below it: current only at its own address. */
  readonly isExact?: boolean | undefined;
}

/** One place of a project. Current while the address lies at or below it. */
export function NavigationLink({ href, icon, children, isExact = false }: NavigationLinkProps) {
  const path = usePathname();
  const isCurrent = path === href || (!isExact && path.startsWith(`${href}/`));
  const link = useRef<HTMLAnchorElement>(null);
  // Below 1024 px the places scroll sideways: bring the current one into the strip.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isCurrent]);
  return (
    <AppLink
      ref={link}
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames(
        "flex h-10 shrink-0 items-center gap-2.5 border-b-2 px-3 font-medium whitespace-nowrap transition-colors lg:h-8.5 lg:border-b-0 lg:border-l-2 lg:px-3.5 [&_svg]:size-4 [&_svg]:shrink-0",
        "-outline-offset-2 focus-visible:-outline-offset-2",
        isCurrent
          ? "border-accent text-ink lg:bg-paper"
          : "border-transparent text-soft forced-colors:border-[Canvas] hover:bg-hover hover:text-ink",
      )}
    >
      {icon}
      {children}
    </AppLink>
  );
}
