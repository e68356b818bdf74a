import { liveAnnotations, liveRelations } from "@/lib/core/annotation/annotation-set";
import type { Span } from "@/lib/core/span/span";
import { codePoint } from "@/lib/core/text/offsets";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";
import { moveToken, tokenAt } from "@/lib/core/text/token-moves";
import { Editor } from "@/lib/client/session/editor";
import type { EditedSurface } from "@/lib/client/session/editor-desk";
import { ANA, idOf } from "./annotation-builders";
import { World } from "./session-world";

/** An editor on an article that remembers its caret and paints nothing. */
export function deskOf(world = new World()) {
  const session = world.open(ANA);
  const { rules } = world;
  const { string } = rules.text;
  const segments = Segments.of(Paragraphs.of(rules.text), "en");
  const said: string[] = [];
  const complaints: string[] = [];
  let ids = 90_000;
  const editor = new Editor({
    session,
    rules,
    segments,
    newId: <K extends string>() => idOf<K>(ids++),
    say: (text) => said.push(text),
    complain: (text) => complaints.push(text),
  });
  let caret: Span | null = null;
  const put = (span: Span | null) => {
    caret = span;
    editor.caretMoved(span);
    return span;
  };
  const surface: EditedSurface = {
    select: () => undefined,
    reveal: () => undefined,
    setSelection: () => undefined,
    caret: {
      get span() {
        return caret;
      },
      place: put,
      move: (unit, direction, extend = false) => {
        if (caret === null) return put(tokenAt(segments, codePoint(0)));
        const next = moveToken(segments, caret, unit === "line" ? "word" : unit, direction, extend);
        return put(extend ? { start: caret.start, end: next.end } : next);
      },
    },
  };
  editor.attach(surface);
  const place = (quote: string): Span => {
    const start = Array.from(string.slice(0, string.indexOf(quote))).length;
    return { start: codePoint(start), end: codePoint(start + Array.from(quote).length) };
  };
  const marks = () => liveAnnotations(session.state.set).map(({ label, quote }) => `${label}: ${quote}`);
  const links = () => liveRelations(session.state.set).map(({ type }) => type);
  const mark = (quote: string, label: string) => {
    editor.selectedText(place(quote), "mouse");
    editor.label(label);
  };
  return { editor, session, said, complaints, marks, links, mark, place };
}
