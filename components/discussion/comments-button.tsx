"use client";

import { MessageSquare } from "lucide-react";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { IconButton } from "@/components/ui/icon-button";

/** Opens the comments; says how many have not been read. */
export function CommentsButton({
  unread,
  onPress,
}: {
  readonly unread: number;
  readonly onPress: () => void;
}) {
  const keysOf = useCommandKeys();
  return (
    <span className="relative max-sm:hidden">
      <IconButton
        icon={MessageSquare}
        label={unread === 0 ? "Comments" : `Comments, ${unread} unread`}
        keys={keysOf("comments")[0]}
        onPress={onPress}
      />
      {unread > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute -top-1 -right-1 grid min-w-4 place-items-center rounded-full bg-accent px-1 text-xs text-on-accent"
        >
          {unread}
        </span>
      )}
    </span>
  );
}
