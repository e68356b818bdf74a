import type { Preset } from "./preset";

/** The first guideline of a new project, in markdown; empty for a project that begins without labels. */
export function presetGuideline(preset: Preset): string {
  switch (preset) {
    case "claim-actor-stance":
      return CLAIM_ACTOR_STANCE;
    case "blank":
      return "";
  }
}

const CLAIM_ACTOR_STANCE = `# How to annotate claims, actors and stances

Read the whole article once before you mark anything. Then mark who says or does what, and who takes which side. Whether it is true is not your question.

Work in this order: claims, then who makes them and whom they address, then stances, then attributes. When nothing applies, submit the document empty: that is an answer too.

## Actors

- **A1** Mark a person, an organisation, a state or a group only if it makes or receives a claim, holds or receives a stance, or is affected by one.
- **A2** Mark the whole noun phrase with article, title and apposition, up to the first relative clause. Leave out prepositions, a comma at the end and the possessive *'s*.
- **A3** A capital or a building that stands for a government (*Washington*, *the Kremlin*) is an actor of type *government*. As a place it is none.
- **A4** The audience, the dateline and the venue are no actors.
- **A5** For a spokesperson, the canonical name is the body spoken for; the individual goes into *Person*.
- **A6** Mark a pronoun only if the sentence has no name and no noun for the same actor.
- **A7** In *Colombia and Brazil*, mark two actors and link both.

## Claims

- **C1** Put “X says, wants or decides that …” in front. If the meaning stays, it is a claim.
- **C2** Decisions, votes, recognitions and sanctions are claims of type *announcement*.
- **C3** A past event without anybody's position is no claim.
- **C4** *Demand*: somebody should act. *Evaluation*: good or bad, lawful or not. *Factual*: a state of affairs that could be checked. *Announcement*: what the actor does or will do. If two fit, take the first of demand, announcement, evaluation, factual.
- **C5** *Check-worthy* is *yes* only if the claim can be verified and concerns the public.
- **C6** A noun phrase that stands for a claim (*the accusation*) is a claim; tick *Anaphoric*.
- **C7** Headlines count. Mark a claim again where the body repeats it.
- **C8** What the journalist claims is *authorial* and is made by nobody.

## Boundaries

- **B1** Whole words, without a space before or after.
- **B2** Outer quotation marks and the punctuation of the sentence stay outside. Quotation marks around a part stay inside.
- **B3** A claim is the smallest clause that carries the content: without the reporting verb, the addressee and *that*. Keep the *to* of an infinitive, negation, and words such as *must* or *may*.
- **B4** One claim for each independent predicate. If the reporting verb interrupts a quotation, mark two claims.
- **B5** Never cross the end of a sentence, except within one direct quotation of one speaker.
- **B6** A stance is the shortest expression that shows the side.

## Stances

- **S1** Who makes a claim supports it. Do not mark that.
- **S2** Mark a stance towards somebody else's claim or towards an actor. If it is towards an idea that no claim in the text states, fill in *Target concept* instead.
- **S3** Polarity concerns the target, not the tone: to praise sanctions is *favor* towards the sanctions.
- **S4** To tell somebody to stop doing harm is an implicit stance against them.
- **S5** Abstaining, not joining in and calling for calm are *neutral*. Contradictory evidence is *unclear*. No evidence is no stance.
- **S6** For disagreement without a name (*critics say*), the holder is an actor of type *group*.
- **S7** If only knowledge from outside the article tells the side, do not mark it.

## Examples

1. [A foreign ministry spokeswoman] urged [Washington] on Tuesday [to [stop threatening] [the country]]. One claim, a *demand*, made by the spokeswoman and addressed to Washington; inside it a stance against Washington, *implicit* (S4), and an actor who is affected.
2. “[Any attempt to take power by force [would be a catastrophe]],” [the deputy minister] told reporters in Moscow. The quotation marks stay outside (B2); the reporters are no actor (A4).
3. [The White House] [rejected] [the accusation] and said [all options remained on the table]. The accusation is an anaphoric claim (C6), and the White House is against it.
4. [Analysts] say [inflation exceeded one million per cent last year], a figure that [Caracas] [disputes]. A *factual* claim, check-worthy; Caracas is against it.
5. Talks resumed in Oslo on Wednesday, the third round since May. Nothing to mark: submit it empty.

## When you are unsure

Prefer the longer actor and the shorter claim, and leave a note. Do not talk it over with another annotator before both of you have submitted. The reviewer decides by the number of a rule; each new decision is added here with its date.
`;
