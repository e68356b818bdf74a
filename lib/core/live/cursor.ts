import type { SetId } from "../ids";

/** How far a reader has read: which installation, and up to which seq in each set. */
export interface Cursor {
  /** Names the installation's time line: after a restore it is another one. */
  readonly epoch: string;
  readonly seqs: ReadonlyMap<SetId, number>;
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const EPOCH = new RegExp(`^${UUID}$`);
const PLACE = new RegExp(`^(${UUID}):(0|[1-9][0-9]{0,9})$`);
const LONGEST = 64 * 1024;

/** `<epoch>;<set>:<seq>,<set>:<seq>…` */
export function formatCursor({ epoch, seqs }: Cursor): string {
  return `${epoch};${[...seqs].map(([set, seq]) => `${set}:${seq}`).join(",")}`;
}

/** What `formatCursor` wrote; null for everything else, a set named twice among it. */
export function parseCursor(text: string): Cursor | null {
  if (text.length > LONGEST) return null;
  const [epoch, places, ...more] = text.split(";");
  if (epoch === undefined || places === undefined || more.length > 0 || !EPOCH.test(epoch)) return null;
  const seqs = new Map<SetId, number>();
  for (const place of places === "" ? [] : places.split(",")) {
    const [, set, seq] = PLACE.exec(place) ?? [];
    if (set === undefined || seqs.has(set as SetId)) return null;
    seqs.set(set as SetId, Number(seq));
  }
  return { epoch, seqs };
}
