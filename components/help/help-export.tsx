import { HelpSection } from "./help-section";

const ROW = `{"id":"0199…","external_id":"afp-77","text":"…","offset_unit":"codepoint",
 "meta":{"title":"…","source":"…","url":null,"published_at":"2019-03-30","language":"en","extra":"{}"},
 "set":{"kind":"annotator","annotator":"…","state":"submitted","schema_version":3, …},
 "spans":[{"id":"…","start":13,"end":28,"label":"claim","quote":"backs a car ban","attributes":{…},"note":null, …}],
 "relations":[{"id":"…","type":"made_by","from":"…","to":"…","attributes":{}}],
 "split":null,"group":null}`;

const PYTHON = `import json

for line in open("export.jsonl", encoding="utf-8"):
    row = json.loads(line)
    for span in row["spans"]:
        assert row["text"][span["start"]:span["end"]] == span["quote"]`;

const SPACY = `nlp = spacy.blank("en")
doc = nlp.make_doc(row["text"])
doc.spans["sc"] = [doc.char_span(s["start"], s["end"], s["label"], alignment_mode="expand")
                   for s in row["spans"]]`;

export function HelpExport() {
  return (
    <HelpSection id="export">
      <p>
        <em>Export</em> on the documents page makes a file, says in words what will be in it, and shows the
        same as a command.
      </p>
      <p>
        <strong>Training data</strong> is JSONL with one line for each document and set. Keys are always there
        and always of the same type, so pandas, DuckDB and{" "}
        <code>datasets.load_dataset(&quot;json&quot;)</code> read it without hints.
      </p>
      <pre tabIndex={0}>
        <code>{ROW}</code>
      </pre>
      <p>
        Offsets count characters as Python does, emoji and all. This holds for every row, and is checked as
        each is written:
      </p>
      <pre tabIndex={0}>
        <code>{PYTHON}</code>
      </pre>
      <p>In spaCy:</p>
      <pre tabIndex={0}>
        <code>{SPACY}</code>
      </pre>
      <p>
        A document that was submitted with nothing marked is a line with empty <code>spans</code>; a document
        that nobody annotated is no line, unless you ask for it.
      </p>
      <p>
        <strong>An archive</strong> holds the whole project with its history. Imported into an empty project
        and exported again, it gives the same bytes. People are pseudonyms in it unless you choose otherwise.
      </p>
    </HelpSection>
  );
}
