import { HowToRead } from "@/components/agreement/how-to-read";
import { HelpSection } from "./help-section";

/** Which documents count, what each figure is, and what must not be concluded. */
export function HelpAgreement() {
  return (
    <HelpSection id="agreement">
      <p>
        Managers and reviewers find the figures under <b>Agreement</b>. Documents count that at least two
        annotators have submitted, each in a set of their own. Who submitted a document without any annotation
        said that there is nothing in it, and counts; who has not submitted it says nothing.
      </p>
      <dl>
        <dt>F1, exact</dt>
        <dd>
          The share of spans on which two annotators agree: twice the number of matches over the number of
          spans of both. Borders and label must be the same. Of more than two annotators it is the mean over
          pairs.
        </dd>
        <dt>F1, half</dt>
        <dd>
          The same, where two spans match that share at least half of the characters that either covers. The
          best matching of all is taken.
        </dd>
        <dt>uα</dt>
        <dd>
          Krippendorff’s α for unitizing (2016), of each label by itself: corrected for what chance would
          agree on. It can be negative.
        </dd>
        <dt>Interval</dt>
        <dd>
          In which range 95 of 100 values lie when the documents are drawn anew, with replacement. With few
          documents it says little.
        </dd>
      </dl>
      <p>
        A number leads to the spans behind it. Where there is none, the reason stands in its place: nothing
        was marked, everything fell into one category, or only one annotator completed the documents.
      </p>
      <HowToRead />
    </HelpSection>
  );
}
