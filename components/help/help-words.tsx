import { HelpSection } from "./help-section";

const WORDS: readonly (readonly [word: string, meaning: string])[] = [
  ["Document", "An article: a text that never changes, with metadata such as title, source and date."],
  ["Span", "A stretch of text, from one character to another."],
  [
    "Label",
    "What a span is: claim, actor, stance. Labels make up the schema with their attributes and relations.",
  ],
  ["Attribute", "A question about an annotation, such as the polarity of a stance."],
  ["Annotation", "A span with its label and its attributes."],
  ["Relation", "A link of a certain type from one annotation to another: this claim was made by that actor."],
  [
    "Set",
    "One body of work on one document: one annotator’s, a shared one, an imported one, or the gold set that review makes.",
  ],
  [
    "Decision",
    "What a reviewer says about a difference: accept, accept all readings, correct, reject, or nothing belongs here.",
  ],
  ["Guideline", "How to decide: the rules everybody annotates by. It has versions, as the schema has."],
];

export function HelpWords() {
  return (
    <HelpSection id="words">
      <dl>
        {WORDS.map(([word, meaning]) => (
          <div key={word} className="mt-2">
            <dt className="font-semibold">{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </HelpSection>
  );
}
