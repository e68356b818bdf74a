import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** A value of the test vectors: numbers within a tolerance, null where a measure is undefined. */
export type Expected = number | string | null | readonly Expected[] | { readonly [key: string]: Expected };

/** One case with its source; `expected` is at full precision, `published` what the source prints. */
export interface Vector {
  readonly id: string;
  readonly metric: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly expected: Expected;
  readonly tolerance: number;
  readonly published?: Expected;
  readonly published_tolerance?: number;
}

export function agreementVectors(): readonly Vector[] {
  const path = new URL("../core/agreement/vectors.json", import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { vectors: readonly Vector[] }).vectors;
}

/** Holds `actual` to every number that `wanted` names, wherever it stands; what `wanted` leaves out may be anything. */
export function expectWithin(actual: unknown, wanted: Expected, tolerance: number, path = ""): void {
  if (typeof wanted === "number") {
    expect(actual, path).toBeTypeOf("number");
    expect(Math.abs((actual as number) - wanted), `${path}: ${String(actual)}`).toBeLessThanOrEqual(
      tolerance,
    );
  } else if (Array.isArray(wanted)) {
    expect(actual, path).toHaveLength(wanted.length);
    for (const [index, one] of wanted.entries())
      expectWithin((actual as readonly unknown[])[index], one as Expected, tolerance, `${path}[${index}]`);
  } else if (typeof wanted === "object" && wanted !== null) {
    for (const [key, one] of Object.entries(wanted))
      expectWithin((actual as Record<string, unknown>)[key], one, tolerance, `${path}.${key}`);
  } else {
    expect(actual, path).toBe(wanted);
  }
}
