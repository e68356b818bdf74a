const NUMBERS = new Intl.NumberFormat("en-GB");

/** `1,002`, or `10,000+` where counting stopped. */
export function formatCount(value: number, isCapped = false): string {
  return `${NUMBERS.format(value)}${isCapped ? "+" : ""}`;
}

/** `1 document`, `1,002 documents`. */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}
