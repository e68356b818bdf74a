import { TextLink } from "@/components/ui/text-link";
import { CommandKeys } from "./command-keys";
import { HelpSection } from "./help-section";

export function HelpTour() {
  return (
    <HelpSection id="tour">
      <p>
        You read an article and say who speaks (<em>actor</em>), what they say (<em>claim</em>) and which side
        they take (<em>stance</em>). Your project may have other labels; the way of working is the same.
      </p>
      <ol>
        <li>
          Open a project under <TextLink href="/projects">Projects</TextLink>, then a document. The sample
          project has two articles to try on.
        </li>
        <li>
          <strong>Mark.</strong> Drag over a name, then press the digit of its label, shown in the bar below:{" "}
          <kbd>2</kbd> for actor. Without a mouse: move through the words with the arrow keys, hold{" "}
          <kbd>Shift</kbd> to select, then press the digit.
        </li>
        <li>
          <strong>Describe.</strong> The panel beside the text shows what the label asks: what type of actor,
          which polarity. What is required and still missing is named there. <CommandKeys command="open" />{" "}
          goes to it, a digit chooses the value that stands at its place, and with the last answer you are
          back in the text. <CommandKeys command="annotation.incomplete.next" /> leads to the next annotation
          with something missing.
        </li>
        <li>
          <strong>Link.</strong> With a claim selected press <CommandKeys command="link" />, then choose the
          actor who made it.
        </li>
        <li>
          <strong>Correct.</strong> <CommandKeys command="end.forward" /> and{" "}
          <CommandKeys command="end.back" /> move the end of what is selected by a word,{" "}
          <CommandKeys command="split" /> cuts the annotation around the caret in two,{" "}
          <CommandKeys command="merge" /> joins it with the next of its label,{" "}
          <CommandKeys command="relabel" /> changes its label, <CommandKeys command="delete" /> takes it away,{" "}
          <CommandKeys command="undo" /> takes back the last step, as often as you like.
        </li>
        <li>
          <strong>Repeat.</strong> <CommandKeys command="spread" /> shows where else the text says the same
          words and, when you agree, labels them all. <CommandKeys command="duplicate" /> gives the same
          stretch another label too, <CommandKeys command="keep" /> keeps a label for all that you select
          next.
        </li>
        <li>
          <strong>Look things up.</strong> <CommandKeys command="find" /> finds words in the text;{" "}
          <CommandKeys command="guideline" /> opens the guideline where it speaks of the label at hand,{" "}
          <CommandKeys command="palette" /> lists every command, <CommandKeys command="shortcuts" /> the keys.
        </li>
        <li>
          <strong>Submit</strong> with <CommandKeys command="submit" /> when you are done, also when nothing
          applies: an empty document that was read is a result too. <CommandKeys command="document.next" />{" "}
          goes on to the next document.
        </li>
      </ol>
      <p>There is nothing to save: every step is stored as you make it.</p>
    </HelpSection>
  );
}
