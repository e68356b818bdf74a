import { randomOf, type Random } from "../agreement/random";
import { at } from "../at";
import type { AttributeValues } from "../schema/schema";
import { ACTORS, CLAIMS, FILLERS, SOURCES, VERDICTS, type TownActor, type TownClaim } from "./town";

/** A span with its label, as somebody marks it. Offsets count code points. */
export interface Mark {
  readonly label: "claim" | "actor" | "stance";
  readonly start: number;
  readonly end: number;
  readonly attributes: AttributeValues;
}

/** A relation between two marks, by their places among all. */
export interface Link {
  readonly type: "made_by" | "held_by" | "toward" | "addressed_to";
  readonly from: number;
  readonly to: number;
}

/** What is marked and linked in an article. */
export interface Work {
  readonly marks: readonly Mark[];
  readonly links: readonly Link[];
}

export interface DemoArticle extends Work {
  readonly title: string;
  readonly text: string;
  readonly source: string;
  /** ISO 8601, a day. */
  readonly publishedAt: string;
}

const PARAGRAPHS = 5;

/** The `n`th article of the seed: what it says, and what there is to mark in it by the preset's guideline. */
export function demoArticle(seed: number, n: number): DemoArticle {
  const random = randomOf(seed, `article ${n}`);
  const title = `${capital(pick(CLAIMS, random).noun)}: the town argues (${n + 1})`;
  const draft = new Draft();
  draft.say(title);
  // Texts come from everywhere: some with the line ends of another system.
  const gap = random.below(7) === 0 ? "\r\n\r\n" : "\n\n";
  for (let paragraph = 0; paragraph < PARAGRAPHS; paragraph += 1) {
    draft.say(gap);
    const sentences = 1 + random.below(3);
    for (let sentence = 0; sentence < sentences; sentence += 1) {
      if (sentence > 0) draft.say(" ");
      writeSentence(draft, random);
    }
  }
  const day = (random.below(28) + 1).toString().padStart(2, "0");
  const month = (random.below(9) + 1).toString().padStart(2, "0");
  return {
    title,
    text: draft.text,
    source: pick(SOURCES, random),
    publishedAt: `2026-${month}-${day}`,
    marks: draft.marks,
    links: draft.links,
  };
}

function writeSentence(draft: Draft, random: Random): void {
  const actor = pick(ACTORS, random);
  const claim = pick(CLAIMS, random);
  switch (random.below(5)) {
    case 0: {
      draft.say(pick(FILLERS, random));
      return;
    }
    case 1: {
      reported(draft, actor, claim);
      return;
    }
    case 2: {
      quoted(draft, actor, claim);
      return;
    }
    case 3: {
      addressed(draft, actor, claim, pick(ACTORS, random));
      return;
    }
    default: {
      judged(draft, actor, claim, random);
      return;
    }
  }
}

function reported(draft: Draft, actor: TownActor, claim: TownClaim): void {
  const by = draft.actor(actor, true);
  draft.say(" said that ");
  draft.link("made_by", draft.claim(claim.clause, claim, "indirect"), by);
  draft.say(".");
}

function quoted(draft: Draft, actor: TownActor, claim: TownClaim): void {
  draft.say("“");
  const what = draft.claim(capital(claim.clause), claim, "direct");
  draft.say(",” said ");
  draft.link("made_by", what, draft.actor(actor, false));
  draft.say(".");
}

function addressed(draft: Draft, actor: TownActor, claim: TownClaim, other: TownActor): void {
  const by = draft.actor(actor, true);
  draft.say(" told ");
  const to = draft.actor(other, false);
  draft.say(" that ");
  const what = draft.claim(claim.clause, claim, "indirect");
  draft.link("made_by", what, by);
  draft.link("addressed_to", what, to);
  draft.say(".");
}

function judged(draft: Draft, actor: TownActor, claim: TownClaim, random: Random): void {
  const { words, polarity, explicitness } = pick(VERDICTS, random);
  const by = draft.actor(actor, true);
  draft.say(" ");
  const stance = draft.mark("stance", words, { polarity, explicitness, target_concept: claim.concept });
  draft.link("held_by", stance, by);
  draft.say(" ");
  draft.link("toward", stance, draft.claim(claim.noun, claim, "authorial"));
  draft.say(".");
}

/** A text as it grows, and what is marked in it. */
class Draft {
  #text = "";
  #length = 0;
  readonly #marks: Mark[] = [];
  readonly #links: Link[] = [];

  get text(): string {
    return this.#text;
  }
  get marks(): readonly Mark[] {
    return this.#marks;
  }
  get links(): readonly Link[] {
    return this.#links;
  }

  say(words: string): void {
    this.#text += words;
    this.#length += [...words].length;
  }

  /** @returns its place among the marks */
  mark(label: Mark["label"], words: string, attributes: AttributeValues): number {
    const start = this.#length;
    this.say(words);
    return this.#marks.push({ label, start, end: this.#length, attributes }) - 1;
  }

  actor({ name, type, canonical }: TownActor, opensSentence: boolean): number {
    return this.mark("actor", opensSentence ? capital(name) : name, { actor_type: type, canonical });
  }

  claim(words: string, { type, concept }: TownClaim, reporting: string): number {
    return this.mark("claim", words, { claim_type: type, reporting, concept_supports: [concept] });
  }

  link(type: Link["type"], from: number, to: number): void {
    this.#links.push({ type, from, to });
  }
}

export function pick<T>(among: readonly T[], random: Random): T {
  return at(among, random.below(among.length));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
