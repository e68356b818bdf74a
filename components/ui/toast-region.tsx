"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components/Toast";
import { Button } from "./button";
import { toastQueue } from "./toast-queue";

const MARKS = {
  neutral: { icon: Info, mark: "text-soft" },
  ok: { icon: CircleCheck, mark: "text-ok" },
  warn: { icon: TriangleAlert, mark: "text-warn" },
  danger: { icon: CircleAlert, mark: "text-danger" },
} as const;

/** Where toasts appear; mounted once, by `UiProvider`. Show one with `showToast`. */
export function ToastRegion() {
  return (
    <AriaToastRegion
      queue={toastQueue}
      aria-label="Messages"
      className="toasts z-60 flex w-96 max-w-[calc(100vw-2rem)] flex-col gap-2 rounded-lg"
    >
      {({ toast }) => {
        const { title, description, tone = "neutral", action } = toast.content;
        const { icon: Icon, mark } = MARKS[tone];
        return (
          <AriaToast
            toast={toast}
            className="flex items-start gap-2.5 rounded-lg border border-line bg-paper py-2.5 pr-2 pl-3 shadow-float motion-safe:animate-[rise_140ms_ease-out]"
          >
            <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${mark}`} />
            <AriaToastContent className="min-w-0 flex-1 py-0.5 [overflow-wrap:anywhere]">
              <Text slot="title" className="block font-medium">
                {title}
              </Text>
              {description !== undefined && (
                <Text slot="description" className="block text-soft">
                  {description}
                </Text>
              )}
            </AriaToastContent>
            {action !== undefined && (
              <Button
                size="small"
                onPress={() => {
                  action.onPress();
                  toastQueue.close(toast.key);
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label="Close"
              className="grid size-6 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </AriaButton>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
