import type { Unit } from "../document";

/** How far apart two units are. What a unit costs that has no partner is `empty`. */
export interface DissimilaritySettings {
  /** Weight of place. */
  readonly alpha: number;
  /** Weight of label. */
  readonly beta: number;
  /** Δ∅ */
  readonly empty: number;
  /** Distance of two labels, 0 to 1; null: 0 where they are equal, else 1. */
  readonly labelDistance: ((a: string, b: string) => number) | null;
}

/** d = α·d_pos + β·d_cat (Mathet, Widlöcher & Métivier 2015, § 4.4–4.6). */
export function dissimilarity(a: Unit, b: Unit, settings: DissimilaritySettings): number {
  const { alpha, beta, empty, labelDistance } = settings;
  const labels = labelDistance === null ? Number(a.label !== b.label) : labelDistance(a.label, b.label);
  return alpha * positionalDissimilarity(a, b) * empty + beta * labels * empty;
}

/** ((|s_a − s_b| + |e_a − e_b|) / (l_a + l_b))²: 1 where units of one length only touch; it grows without bound. */
export function positionalDissimilarity(
  a: Pick<Unit, "start" | "end">,
  b: Pick<Unit, "start" | "end">,
): number {
  const lengths = a.end - a.start + (b.end - b.start);
  return ((Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / lengths) ** 2;
}
