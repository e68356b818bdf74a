import { lossesInWords } from "@/components/exchange/loss-words";
import { EXPORTERS } from "@/lib/core/exchange/formats/exporters";
import { SET_FORMATS } from "@/lib/core/exchange/formats/format-names";
import { HelpSection } from "./help-section";

/** What the registry says of each format, so that it is true of what is written. */
export function HelpFormats() {
  return (
    <HelpSection id="formats">
      <p>
        <em>Export → For another tool</em> writes sets as other tools read them. Few of them can hold
        everything: <em>Count what would be lost</em> says for your file how much it is and lists every piece
        with its document and the reason. A zip has the same list in <code>loss-report.json</code>. Ids,
        states and history stay with the training form and the archive.
      </p>
      <dl>
        {SET_FORMATS.map((format) => {
          const { name, about, loses } = EXPORTERS[format];
          return (
            <div key={format} className="mt-3">
              <dt>
                <strong>{name}</strong> <code>format={format}</code>
              </dt>
              <dd>
                {about} {lossesInWords(loses)}
              </dd>
            </div>
          );
        })}
      </dl>
      <p>
        Formats of tokens have whole words: a span that ends inside of one is widened, narrowed or left out (
        <code>tokens=expand|contract|strict</code>). CoNLL and Hugging Face have a column of tags for each
        label, or one for all (<code>columns=labels|one</code>). Tables are exact, or safe for spreadsheets,
        which take a cell that begins with <code>=</code> for a formula (<code>cells=exact|safe</code>).
      </p>
    </HelpSection>
  );
}
