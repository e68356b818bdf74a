import { at } from "../../at";
import { groupBy } from "../../group-by";
import { Heap } from "./heap";

/** Some members that may stand together, in ascending order, and what that costs. */
export interface Part {
  readonly members: readonly number[];
  readonly cost: number;
}

/** Members 0 to size − 1, each of which must be in exactly one chosen part. Every member is a part by itself. */
export interface CoverProblem {
  readonly size: number;
  readonly parts: readonly Part[];
}

/** Between two pauses. */
const STATES_AT_A_TIME = 2_000;
/** How often the bounds are raised in turn. */
const ROUNDS = 8;

/**
 * The least cost of an exact cover, by A* over the sets of covered members: the first member that is not covered yet is
 * covered next. Each member has a price such that no part costs less than its members' prices together (a feasible dual
 * of the cover), so that what is left costs at least their sum; the search goes by what a part costs above it.
 * @returns null if it has not ended after `states` states.
 */
export function* cheapestCover(
  { size, parts }: CoverProblem,
  states: number,
): Generator<void, number | null> {
  const prices = pricesOf(size, parts);
  const surplus = (part: Part): number =>
    Math.max(
      0,
      part.members.reduce((rest, member) => rest - at(prices, member), part.cost),
    );
  const byFirst = groupBy(
    parts.map(({ members, cost }) => ({
      mask: maskOf(members),
      surplus: surplus({ members, cost }),
      members,
    })),
    ({ members }) => at(members, 0),
  );
  const all = (1n << BigInt(size)) - 1n;
  const best = new Map<bigint, number>([[0n, 0]]);
  const open = new Heap<State>((a, b) => a.surplus - b.surplus || b.first - a.first);
  open.push({ covered: 0n, surplus: 0, first: 0 });
  for (let visited = 1; visited <= states; visited += 1) {
    const state = open.pop();
    if (state === null) throw new RangeError("a member is in no part");
    if (state.covered === all) return prices.reduce((sum, price) => sum + price, 0) + state.surplus;
    if (state.surplus > (best.get(state.covered) ?? Infinity)) continue;
    for (const part of byFirst.get(state.first) ?? []) {
      if ((part.mask & state.covered) !== 0n) continue;
      const covered = state.covered | part.mask;
      const sum = state.surplus + part.surplus;
      if (sum >= (best.get(covered) ?? Infinity)) continue;
      best.set(covered, sum);
      open.push({ covered, surplus: sum, first: firstFree(covered, state.first) });
    }
    if (visited % STATES_AT_A_TIME === 0) yield;
  }
  return null;
}

interface State {
  readonly covered: bigint;
  readonly surplus: number;
  /** The first member that is not covered. */
  readonly first: number;
}

function firstFree(covered: bigint, from: number): number {
  let first = from;
  while (((covered >> BigInt(first)) & 1n) === 1n) first += 1;
  return first;
}

function maskOf(members: readonly number[]): bigint {
  return members.reduce((mask, member) => mask | (1n << BigInt(member)), 0n);
}

/** Begins with an even share of the cheapest part, then raises one price after the other as far as the parts let it. */
function pricesOf(size: number, parts: readonly Part[]): Float64Array {
  const prices = new Float64Array(size).fill(Infinity);
  const partsOf = Array.from({ length: size }, (): Part[] => []);
  for (const part of parts) {
    for (const member of part.members) {
      at(partsOf, member).push(part);
      prices[member] = Math.min(at(prices, member), part.cost / part.members.length);
    }
  }
  const room = (part: Part): number =>
    part.members.reduce((rest, member) => rest - at(prices, member), part.cost);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let step = 0; step < size; step += 1) {
      const member = round % 2 === 0 ? step : size - 1 - step;
      const slack = at(partsOf, member).reduce((least, part) => Math.min(least, room(part)), Infinity);
      if (slack > 0 && slack < Infinity) prices[member] = at(prices, member) + slack;
    }
  }
  return prices;
}
