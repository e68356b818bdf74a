import { describe, expect, it } from "vitest";
import { liveAnnotations, liveRelations } from "@/lib/core/annotation/annotation-set";
import type { Span } from "@/lib/core/span/span";
import { codePoint } from "@/lib/core/text/offsets";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";
import { moveToken, tokenAt } from "@/lib/core/text/token-moves";
import { ANA, bicycleRules, idOf } from "@/lib/testing/annotation-builders";
import { World } from "@/lib/testing/session-world";
import { Editor, type EditedSurface } from "./editor";

const TEXT = bicycleRules.text.string;
const segments = Segments.of(Paragraphs.of(bicycleRules.text), "en");
const place = (quote: string): Span => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length;
  return { start: codePoint(start), end: codePoint(start + Array.from(quote).length) };
};

/** An editor on an article that remembers its caret and paints nothing. */
function desk() {
  const session = new World().open(ANA);
  const said: string[] = [];
  const complaints: string[] = [];
  let ids = 90_000;
  const editor = new Editor({
    session,
    rules: bicycleRules,
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
  const marks = () => liveAnnotations(session.state.set).map(({ label, quote }) => `${label}: ${quote}`);
  const links = () => liveRelations(session.state.set).map(({ type }) => type);
  const mark = (quote: string, label: string) => {
    editor.selectedText(place(quote), "mouse");
    editor.label(label);
  };
  return { editor, session, said, complaints, marks, links, mark };
}

describe("a label", () => {
  it("marks the stretch that is selected, and then that annotation is what is pointed at", () => {
    const { editor, marks, session } = desk();
    editor.selectedText(place("Mayor Ruiz"), "mouse");
    editor.label("actor");
    expect(marks()).toEqual(["actor: Mayor Ruiz"]);
    expect(editor.state).toMatchObject({ place: null, selected: liveAnnotations(session.state.set)[0]?.id });
  });

  it("changes the annotation that is selected when no stretch is", () => {
    const { editor, marks, mark } = desk();
    mark("backs a car ban", "claim");
    editor.label("stance");
    expect(marks()).toEqual(["stance: backs a car ban"]);
  });

  it("waits for its stretch when nothing is pointed at, until it is called off", () => {
    const { editor, marks } = desk();
    editor.label("actor");
    editor.selectedText(place("Mayor Ruiz"), "mouse");
    editor.selectedText(place("Green Party"), "touch");
    editor.stepOut();
    editor.stepOut();
    editor.selectedText(place("car ban"), "mouse");
    expect(marks()).toEqual(["actor: Mayor Ruiz", "actor: Green Party"]);
  });

  it("marks the word under the caret", () => {
    const { editor, marks } = desk();
    editor.moveCaret("word", "forward", false);
    editor.moveCaret("word", "forward", true);
    editor.label("actor");
    expect(marks()).toEqual(["actor: Mayor Ruiz"]);
  });
});

describe("pointing", () => {
  it("goes to the next and the previous annotation in the order of the text, and round", () => {
    const { editor, mark, session } = desk();
    for (const [quote, label] of [
      ["Green Party", "actor"],
      ["Mayor Ruiz", "actor"],
      ["backs a car ban", "claim"],
    ] as const)
      mark(quote, label);
    editor.stepOut();
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      editor.next("forward");
      seen.push(session.state.set.annotations.get(editor.state.selected ?? idOf(0))?.quote ?? "");
    }
    expect(seen).toEqual(["Mayor Ruiz", "backs a car ban", "Green Party", "Mayor Ruiz"]);
    editor.next("back");
    expect(session.state.set.annotations.get(editor.state.selected ?? idOf(0))?.quote).toBe("Green Party");
  });

  it("climbs outward and inward through nested annotations", () => {
    const { editor, mark, session } = desk();
    mark("backs a car ban", "claim");
    mark("car ban", "stance");
    const quote = () => session.state.set.annotations.get(editor.state.selected ?? idOf(0))?.quote;
    editor.climb("outward");
    expect(quote()).toBe("backs a car ban");
    editor.climb("inward");
    expect(quote()).toBe("car ban");
  });

  it("leaves step by step, and lets go of what is gone", () => {
    const { editor, mark } = desk();
    mark("Mayor Ruiz", "actor");
    editor.undo();
    expect(editor.state.selected).toBeNull();
    editor.selectedText(place("car"), "mouse");
    editor.stepOut();
    expect(editor.state.place).toBeNull();
  });
});

describe("boundaries", () => {
  it("move by words and by characters", () => {
    const { editor, mark, marks, said } = desk();
    mark("car", "claim");
    editor.moveBoundary("end", "word", "forward");
    editor.moveBoundary("start", "character", "forward");
    expect(marks()).toEqual(["claim: ar ban"]);
    editor.moveBoundary("end", "word", "back");
    editor.moveBoundary("end", "word", "back");
    expect(said.at(-1)).toBe("It goes no further.");
  });

  it("can be set to a new stretch", () => {
    const { editor, mark, marks } = desk();
    mark("car", "claim");
    editor.selectedText(place("backs a car ban"), "mouse");
    editor.setBoundary();
    expect(marks()).toEqual(["claim: backs a car ban"]);
  });
});

describe("linking", () => {
  const linked = () => {
    const made = desk();
    made.mark("Mayor Ruiz", "actor");
    made.mark("Green Party", "actor");
    made.mark("backs a car ban", "claim");
    return made;
  };

  it("steps through what the relation can lead to and links what is chosen", () => {
    const { editor, links, session } = linked();
    editor.startLink();
    editor.next("forward");
    editor.next("forward");
    editor.linkTo();
    expect(links()).toEqual(["made_by"]);
    const [relation] = liveRelations(session.state.set);
    expect(session.state.set.annotations.get(relation?.to ?? idOf(0))?.quote).toBe("Mayor Ruiz");
    expect(editor.state.linking).toBeNull();
  });

  it("takes another relation by its number, also one that leads here", () => {
    const { editor, links, mark, session } = linked();
    const claim = editor.state.selected;
    mark("objects", "stance");
    const stance = editor.state.selected;
    editor.select(claim ?? idOf(0));
    editor.startLink();
    editor.hit([stance ?? ""]);
    expect(links()).toEqual(["toward"]);
    expect(liveRelations(session.state.set)[0]).toMatchObject({ from: stance, to: claim });
  });

  it("refuses what the schema does not allow, and stays at it", () => {
    const { editor, complaints, links, mark } = linked();
    const claim = editor.state.selected ?? idOf<"annotation">(0);
    mark("car", "claim");
    editor.startLink();
    editor.hit([claim]);
    expect([links(), complaints]).toEqual([[], ["These two cannot be linked."]]);
    expect(editor.state.linking).not.toBeNull();
  });
});

describe("submitting", () => {
  it("goes to what is missing, and submits when nothing is", () => {
    const { editor, mark, session } = desk();
    mark("Mayor Ruiz", "actor");
    const id = editor.state.selected ?? idOf<"annotation">(0);
    editor.stepOut();
    expect(editor.submit()).toBe(false);
    expect(editor.state.selected).toBe(id);
    editor.setAttribute(id, "actor_type", "person");
    expect(editor.submit()).toBe(true);
    expect(session.state.set.state).toBe("submitted");
  });

  it("ends all change", () => {
    const { editor, complaints, marks } = desk();
    editor.submit();
    editor.selectedText(place("car"), "mouse");
    editor.label("claim");
    expect([marks(), complaints]).toEqual([[], ["This was submitted and cannot be changed here."]]);
  });
});

describe("what is said", () => {
  it("names what was made, changed and taken back", () => {
    const { editor, said, mark } = desk();
    mark("Mayor Ruiz", "actor");
    editor.setAttribute(editor.state.selected ?? idOf(0), "actor_type", "person");
    editor.undo();
    editor.redo();
    editor.remove();
    expect(said).toEqual([
      "Made Actor “Mayor Ruiz”.",
      "Type: person.",
      "Undone. Type: none.",
      "Done again. Type: person.",
      "Deleted Actor “Mayor Ruiz”.",
    ]);
  });
});
