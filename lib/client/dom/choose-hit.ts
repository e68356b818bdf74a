/** Where a click fell: on the text, or on the underline of a lane. */
export interface HitPlace {
  readonly x: number;
  readonly y: number;
  readonly lane: number | null;
}

interface Candidate {
  readonly id: string;
  readonly lane: number;
}

/** A click nearer than this to the one before is a click in the same place. */
const SAME_PLACE = 4;

/**
 * The ids of a click, the one meant first: the one whose underline was hit, else the smallest. A second click in the
 * same place means the next larger than the one selected, and after the largest the smallest again. `candidates` are
 * smallest first, and so are the ids after the first.
 */
export function chooseHit(
  candidates: readonly Candidate[],
  here: HitPlace,
  selected: string | null,
  before: HitPlace | null,
): readonly string[] {
  const ids = candidates.map(({ id }) => id);
  const underlined = candidates.find(({ lane }) => lane === here.lane)?.id;
  const isAgain = before !== null && Math.hypot(here.x - before.x, here.y - before.y) < SAME_PLACE;
  const place = selected === null ? -1 : ids.indexOf(selected);
  const meant = isAgain && place >= 0 ? ids[(place + 1) % ids.length] : (underlined ?? ids[0]);
  return meant === undefined ? [] : [meant, ...ids.filter((id) => id !== meant)];
}
