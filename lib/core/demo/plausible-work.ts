import type { Random } from "../agreement/random";
import type { AttributeValue, AttributeValues } from "../schema/schema";
import { pick, type DemoArticle, type Link, type Mark, type Work } from "./demo-article";
import type { Habits } from "./habits";

/** What one may answer instead, of the attributes on which people differ. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  claim_type: ["demand", "evaluation", "factual", "announcement"],
  actor_type: ["person", "organization", "government", "group", "media"],
  polarity: ["favor", "against", "neutral", "unclear"],
};

/**
 * What an annotator of these habits makes of the article: work that the preset's schema lets them submit. The same
 * `random` gives the same work.
 */
export function plausibleWork(article: DemoArticle, habits: Habits, random: Random): Work {
  const happens = (share: number): boolean => random.unit() < share;
  if (happens(habits.leavesEmpty)) return { marks: [], links: [] };
  const characters = [...article.text];
  const seen = article.marks.map((mark): Mark | null => {
    if (happens(habits.overlooks)) return null;
    const span = happens(habits.shifts) ? shifted(mark, characters, random) : mark;
    const attributes = happens(habits.misjudges) ? misjudged(mark.attributes, random) : mark.attributes;
    const relabelled = happens(habits.confuses) ? confused({ ...mark, attributes }) : { ...mark, attributes };
    return { ...relabelled, start: span.start, end: span.end };
  });
  return completed(seen, article.links);
}

/** One word more or less at one of its ends. */
function shifted(mark: Mark, characters: readonly string[], random: Random): Pick<Mark, "start" | "end"> {
  const { start, end } = mark;
  const isSpace = (index: number): boolean => characters[index] === " ";
  const inner = Array.from({ length: end - start }, (_, offset) => start + offset).filter(isSpace);
  const first = inner[0];
  const last = inner.at(-1);
  if (first !== undefined && last !== undefined && random.below(2) === 0)
    return random.below(2) === 0 ? { start: first + 1, end } : { start, end: last };
  let wider = end;
  if (isSpace(wider)) for (wider += 1; /[\p{L}\p{N}]/u.test(characters[wider] ?? ""); wider += 1);
  return wider > end + 1 ? { start, end: wider } : mark;
}

function misjudged(attributes: AttributeValues, random: Random): AttributeValues {
  const entries = Object.entries(attributes).map(([key, value]): readonly [string, AttributeValue] => {
    const answers = ANSWERS[key];
    return [key, answers === undefined ? value : pick(answers, random)];
  });
  return Object.fromEntries(entries);
}

/** A claim that is an evaluation looks like a stance, and a stance like an evaluation. */
function confused(mark: Mark): Mark {
  switch (mark.label) {
    case "claim":
      return { ...mark, label: "stance", attributes: { polarity: "unclear", target_concept: "unclear" } };
    case "stance":
      return { ...mark, label: "claim", attributes: { claim_type: "evaluation", reporting: "authorial" } };
    case "actor":
      return mark;
  }
}

/** Links what can be linked; what then lacks an end is said to lack it, or is left out where nobody may say so. */
function completed(seen: readonly (Mark | null)[], links: readonly Link[]): Work {
  const held = seen.map((mark, place) => {
    const hasHolder = links.some(
      ({ type, from, to }) => isHolder(type) && from === place && seen[to]?.label === "actor",
    );
    return mark?.label === "stance" && !hasHolder ? null : mark;
  });
  const places = new Map<number, number>();
  const kept: { readonly mark: Mark; readonly place: number }[] = [];
  held.forEach((mark, place) => {
    if (mark === null) return;
    places.set(place, kept.length);
    kept.push({ mark, place });
  });
  const newLinks = links.flatMap(({ type, from, to }): readonly Link[] => {
    const [source, target] = [places.get(from), places.get(to)];
    const [one, other] = [held[from], held[to]];
    if (source === undefined || target === undefined || one == null || other == null) return [];
    const fitting = fittingType(type, one, other);
    return fitting === null ? [] : [{ type: fitting, from: source, to: target }];
  });
  const marks = kept.map(({ mark }, place) => {
    const isMade = newLinks.some(({ type, from }) => type === "made_by" && from === place);
    const needsMaker = mark.label === "claim" && mark.attributes["reporting"] !== "authorial" && !isMade;
    return needsMaker ? { ...mark, attributes: { ...mark.attributes, anaphoric: true } } : mark;
  });
  return { marks, links: newLinks };
}

function isHolder(type: Link["type"]): boolean {
  return type === "held_by" || type === "made_by";
}

/** The relation that the schema allows between two marks whose labels may be others than the author's. */
function fittingType(type: Link["type"], from: Mark, to: Mark): Link["type"] | null {
  if (to.label === "actor") {
    if (from.label === "claim")
      return type === "held_by" ? "made_by" : type === "toward" ? "addressed_to" : type;
    if (from.label === "stance") return isHolder(type) ? "held_by" : null;
    return null;
  }
  return from.label === "stance" && to.label === "claim" && type === "toward" ? "toward" : null;
}
