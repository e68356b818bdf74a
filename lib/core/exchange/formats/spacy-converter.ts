/** Goes into the archive as it is. */
export const SPACY_CONVERTER = `"""Makes train.spacy of spans.jsonl:  python to_spacy.py [spans.jsonl] [train.spacy] [language]"""
import json
import sys

import spacy
from spacy.tokens import DocBin

source, target, language = (sys.argv[1:] + ["spans.jsonl", "train.spacy", "en"][len(sys.argv) - 1 :])[:3]
nlp = spacy.blank(language)
docs, moved = DocBin(store_user_data=True), 0
for line in open(source, encoding="utf-8"):
    row = json.loads(line)
    doc = nlp.make_doc(row["text"])
    spans = []
    for span in row["spans"]:
        exact = doc.char_span(span["start"], span["end"], span["label"])
        moved += exact is None  # it ends inside of a token, and is widened to whole ones
        spans.append(exact or doc.char_span(span["start"], span["end"], span["label"], alignment_mode="expand"))
    doc.spans["sc"] = [span for span in spans if span is not None]
    doc.user_data["triptych"] = {key: row[key] for key in ("spans", "relations", "meta", "annotator")}
    docs.add(doc)
docs.to_disk(target)
print(f"{len(docs)} documents, {moved} spans moved to the borders of tokens")
`;
