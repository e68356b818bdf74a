/** To the first thing that is asked for, else to the first attribute, else to the note. */
export function focusInspector(part: "first" | "note"): void {
  const inspector = document.querySelector("[data-inspector]");
  const row =
    part === "note"
      ? null
      : (inspector?.querySelector("[data-attribute][data-missing=true]") ??
        inspector?.querySelector("[data-attribute]"));
  const control = row == null ? inspector?.querySelector<HTMLElement>("[data-note]") : controlIn(row);
  control?.focus();
}

/** To the attribute beside `from`, one that is still asked for; whether there was one. */
export function focusNextMissing(from: Element): boolean {
  const rows = [...(from.closest("[data-inspector]")?.querySelectorAll("[data-attribute]") ?? [])];
  const here = rows.indexOf(from);
  const next = [...rows.slice(here + 1), ...rows.slice(0, Math.max(0, here))].find(
    (row) => row.getAttribute("data-missing") === "true",
  );
  if (next === undefined) return false;
  controlIn(next)?.focus();
  return true;
}

function controlIn(row: Element): HTMLElement | null {
  return (
    row.querySelector<HTMLElement>("input:checked") ??
    row.querySelector<HTMLElement>("input:not([type=hidden]), button, textarea")
  );
}
