import { CommandKeys } from "./command-keys";
import { HelpSection } from "./help-section";

export function HelpReview() {
  return (
    <HelpSection id="review">
      <p>
        A document comes into the queue under <strong>Review</strong> as soon as somebody has submitted it;
        the one on which annotators agree least stands first. Reviewers and managers see the queue, annotators
        and viewers do not.
      </p>
      <ol>
        <li>
          The text shows every reading at once: what is not decided yet as lines, what is decided filled.{" "}
          <CommandKeys command="review.view" /> shows one set after the other, then what is decided.
        </li>
        <li>
          <CommandKeys command="review.unanimous" /> accepts all on which everybody agrees.{" "}
          <CommandKeys command="review.next" /> and <CommandKeys command="review.previous" /> go through the
          differences, <CommandKeys command="review.undecided.next" /> to the next that is not decided.
        </li>
        <li>
          <CommandKeys command="review.accept.a" />, <CommandKeys command="review.accept.b" /> and so on
          accept what that set has, <CommandKeys command="review.both" /> all readings as defensible,{" "}
          <CommandKeys command="review.fix" /> corrects borders, label and attributes,{" "}
          <CommandKeys command="review.reject" /> rejects with a reason,{" "}
          <CommandKeys command="review.nothing" /> records that nothing belongs there.{" "}
          <CommandKeys command="undo" /> takes back your last decision.
        </li>
        <li>
          <CommandKeys command="review.return" /> sends a set back with a comment. When everything is decided,{" "}
          <CommandKeys command="review.finish" /> accepts the document: the decisions become the gold set.
        </li>
      </ol>
      <p>
        When a set changes after it was decided on, its decisions are marked as changed since. A document with
        a single set is reviewed in the same way. Annotators find under <strong>Corrections</strong> how
        accepted documents were corrected, and may object once to each decision; the queue shows what is
        contested. <CommandKeys command="comments" /> opens the comments on the sets, where @ and a name
        speaks to somebody.
      </p>
    </HelpSection>
  );
}
