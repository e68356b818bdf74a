import { formatMoment, timeAgo } from "./format-time";

/** How long ago something was, seen from `now`; the exact moment is its tooltip. Both are ISO 8601. */
export function TimeAgo({ at, now }: { readonly at: string; readonly now: string }) {
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {timeAgo(at, now)}
    </time>
  );
}
