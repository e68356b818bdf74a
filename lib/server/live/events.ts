import { formatCursor, type Cursor } from "@/lib/core/live/cursor";
import type { Frame, NamedEvents } from "@/lib/contracts/live";

/** A comment: it keeps proxies from closing a quiet connection, and says nothing. */
export const HEARTBEAT = ":\n\n";

const frames = new WeakMap<Frame, string>();

/** Operations of a set. Readers who stand at the same place share the frame, and its text. */
export function frameEvent(frame: Frame, cursor: Cursor): string {
  const data = frames.get(frame) ?? JSON.stringify(frame);
  frames.set(frame, data);
  return `id: ${formatCursor(cursor)}\ndata: ${data}\n\n`;
}

/** With `cursor`, a reader who has read it goes on from there. */
export function namedEvent<Name extends keyof NamedEvents>(
  name: Name,
  data: NamedEvents[Name],
  cursor: Cursor | null = null,
): string {
  const id = cursor === null ? "" : `id: ${formatCursor(cursor)}\n`;
  return `${id}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** How long a reader waits before connecting again, drawn anew for each, so that a restart does not bring them all at once. */
export function retryAfter(random: number): string {
  return `retry: ${Math.round(1_000 + random * 5_000)}\n`;
}
