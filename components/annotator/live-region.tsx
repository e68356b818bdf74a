"use client";

/** Read aloud when it changes. The same words twice in a row differ by an invisible mark, so that they are read twice. */
export function LiveRegion({
  message,
}: {
  readonly message: { readonly text: string; readonly count: number };
}) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="sr-only" data-testid="announcement">
      {message.text}
      {message.count % 2 === 1 && "\u00a0"}
    </div>
  );
}
