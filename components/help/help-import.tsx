import { HelpSection } from "./help-section";

const LINE = `{"external_id":"afp-77","text":"Mayor Ruiz 🚲 backs a car ban; …","title":"Council row","source":"AFP","published_at":"2019-03-30","language":"en"}`;

const ANNOTATED = `{"external_id":"afp-77","text":"Mayor Ruiz 🚲 backs a car ban; …",
 "spans":[{"start":0,"end":10,"label":"actor","quote":"Mayor Ruiz"}]}`;

export function HelpImport() {
  return (
    <HelpSection id="import">
      <p>
        Managers add documents under <em>Documents</em>: <em>Add document</em> takes one pasted article,{" "}
        <em>Import</em> takes files. A text is stored exactly as it is given and never changes.
      </p>
      <p>
        <strong>JSONL</strong> has one article a line. Only <code>text</code> is needed; whatever else stands
        in the line is kept as metadata.
      </p>
      <pre tabIndex={0}>
        <code>{LINE}</code>
      </pre>
      <p>
        By <code>external_id</code> a later import knows the document again; you choose whether it is then
        skipped, its metadata updated, or an error reported. Annotations may come along and become an imported
        set:
      </p>
      <pre tabIndex={0}>
        <code>{ANNOTATED}</code>
      </pre>
      <p>
        <code>start</code> and <code>end</code> count characters as Python does (an emoji is one); give the{" "}
        <code>quote</code>, and files that count otherwise are recognised.
      </p>
      <p>
        <strong>Text files</strong> (<code>.txt</code>) are one article each; the file’s name becomes its
        external id. Everything must be UTF-8. A broken line stops nothing: the others arrive, and the report
        names its line, what is wrong and how to mend it. With <em>All or nothing</em> one broken line keeps
        everything out. An import begins as soon as you drop the file; <em>Undo</em> below its report moves
        the documents that it made to the trash.
      </p>
    </HelpSection>
  );
}
