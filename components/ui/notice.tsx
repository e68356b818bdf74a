import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type NoticeTone = "neutral" | "ok" | "warn" | "danger";

export interface NoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Spoken at once when it appears: for the answer to something the person just did. */
  readonly isAnswer?: boolean | undefined;
  readonly className?: string | undefined;
}

const LOOKS = {
  neutral: { icon: Info, box: "border-line bg-ground", mark: "text-soft" },
  ok: { icon: CircleCheck, box: "border-ok/30 bg-ok-wash", mark: "text-ok" },
  warn: { icon: TriangleAlert, box: "border-warn/30 bg-warn-wash", mark: "text-warn" },
  danger: { icon: CircleAlert, box: "border-danger/30 bg-danger-wash", mark: "text-danger" },
} as const;

/** A message that stays where it belongs: above a form, in a panel. For passing news use a toast. */
export function Notice({ tone = "neutral", title, children, isAnswer = false, className }: NoticeProps) {
  const { icon: Icon, box, mark } = LOOKS[tone];
  return (
    <div
      role={isAnswer ? (tone === "danger" ? "alert" : "status") : undefined}
      className={classNames("flex items-start gap-2.5 rounded-md border px-3 py-2.5", box, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1 text-base text-ink [overflow-wrap:anywhere]">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
