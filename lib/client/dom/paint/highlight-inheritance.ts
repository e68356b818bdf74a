import type { AdoptedStyles } from "../adopt-styles";

const PROBE = { name: "triptych-probe", color: "rgb(1, 2, 3)" } as const;

/**
 * Whether the rows in `host` inherit `::highlight()` rules that stand on it, as the specification wants and browsers
 * learn one after the other. `styles` is used for the question; whoever asks puts the real rules in afterwards.
 */
export function inheritsHighlights(host: HTMLElement, styles: AdoptedStyles): boolean {
  const mark = "data-highlight-probe";
  const child = host.ownerDocument.createElement("p");
  styles.replace(`[${mark}]::highlight(${PROBE.name}){background-color:${PROBE.color}}`);
  host.setAttribute(mark, "");
  host.append(child);
  const { backgroundColor } = getComputedStyle(child, `::highlight(${PROBE.name})`);
  child.remove();
  host.removeAttribute(mark);
  return backgroundColor === PROBE.color;
}
