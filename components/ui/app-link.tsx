import Link from "next/link";
import type { ComponentProps } from "react";

export type AppLinkProps = ComponentProps<typeof Link>;

/**
 * A link inside the app. It does not prefetch: every page depends on who asks and on the newest state, so a table of
 * fifty rows would only cost fifty requests.
 */
export function AppLink(props: AppLinkProps) {
  return <Link prefetch={false} {...props} />;
}
