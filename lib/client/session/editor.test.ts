import { describe, expect, it } from "vitest";
import { liveAnnotations, liveRelations } from "@/lib/core/annotation/annotation-set";
import { idOf } from "@/lib/testing/annotation-builders";
import { deskOf } from "@/lib/testing/editor-on-article";
import { World } from "@/lib/testing/session-world";

describe("a label", () => {
  it("marks the stretch that is selected, and then that annotation is what is pointed at", () => {
    const { editor, marks, session, place } = deskOf();
    editor.selectedText(place("Mayor Ruiz"), "mouse");
    editor.label("actor");
    expect(marks()).toEqual(["actor: Mayor Ruiz"]);
    expect(editor.state).toMatchObject({ place: null, selected: liveAnnotations(session.state.set)[0]?.id });
  });

  it("changes the annotation that is selected when no stretch is", () => {
    const { editor, marks, mark } = deskOf();
    mark("backs a car ban", "claim");
    editor.label("stance");
    expect(marks()).toEqual(["stance: backs a car ban"]);
  });

  it("waits for its stretch when nothing is pointed at, until it is called off", () => {
    const { editor, marks, place } = deskOf();
    editor.label("actor");
    editor.selectedText(place("Mayor Ruiz"), "mouse");
    editor.selectedText(place("Green Party"), "touch");
    editor.stepOut();
    editor.stepOut();
    editor.selectedText(place("car ban"), "mouse");
    expect(marks()).toEqual(["actor: Mayor Ruiz", "actor: Green Party"]);
  });

  it("marks the word under the caret", () => {
    const { editor, marks } = deskOf();
    editor.moveCaret("word", "forward", false);
    editor.moveCaret("word", "forward", true);
    editor.label("actor");
    expect(marks()).toEqual(["actor: Mayor Ruiz"]);
  });
});

describe("pointing", () => {
  it("goes to the next and the previous annotation in the order of the text, and round", () => {
    const { editor, mark, session } = deskOf();
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
    const { editor, mark, session } = deskOf();
    mark("backs a car ban", "claim");
    mark("car ban", "stance");
    const quote = () => session.state.set.annotations.get(editor.state.selected ?? idOf(0))?.quote;
    editor.climb("outward");
    expect(quote()).toBe("backs a car ban");
    editor.climb("inward");
    expect(quote()).toBe("car ban");
  });

  it("leaves step by step, and lets go of what is gone", () => {
    const { editor, mark, place } = deskOf();
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
    const { editor, mark, marks } = deskOf();
    mark("car", "claim");
    editor.reshaper.moveBoundary("end", "word", "forward");
    editor.reshaper.moveBoundary("start", "character", "forward");
    expect(marks()).toEqual(["claim: ar ban"]);
  });

  it("that cannot move say why, for all to see", () => {
    const { editor, mark, marks, complaints } = deskOf();
    mark("car", "claim");
    editor.reshaper.moveBoundary("start", "word", "forward");
    editor.reshaper.moveBoundary("end", "sentence", "back");
    mark("Mayor", "actor");
    editor.reshaper.moveBoundary("start", "word", "back");
    mark("objects.", "claim");
    editor.reshaper.moveBoundary("end", "word", "forward");
    expect(complaints).toEqual([
      "There is no further word in it, so its start stays. Move it by a character instead.",
      "There is no further sentence in it, so its end stays. Move it by a character instead.",
      "The text begins there: it goes no further.",
      "The text ends there: it goes no further.",
    ]);
    expect(marks()).toHaveLength(3);
  });

  it("can be set to a new stretch", () => {
    const { editor, mark, marks, place } = deskOf();
    mark("car", "claim");
    editor.selectedText(place("backs a car ban"), "mouse");
    editor.reshaper.setBoundary();
    expect(marks()).toEqual(["claim: backs a car ban"]);
  });
});

describe("stepping", () => {
  const three = () => {
    const made = deskOf();
    made.mark("Mayor Ruiz", "actor");
    made.editor.setAttribute(made.editor.state.selected ?? idOf(0), "actor_type", "person");
    made.mark("car", "claim");
    made.mark("Green Party", "actor");
    const quote = () =>
      made.session.state.set.annotations.get(made.editor.state.selected ?? idOf(0))?.quote ?? "";
    return { ...made, quote };
  };

  it("goes to annotations of the same label, to incomplete ones, and to what is not saved", async () => {
    const world = new World();
    const { editor, mark, session } = deskOf(world);
    mark("Mayor Ruiz", "actor");
    await world.settle();
    world.weather = "loses requests";
    mark("car", "claim");
    mark("Green Party", "actor");
    const quote = () => session.state.set.annotations.get(editor.state.selected ?? idOf(0))?.quote ?? "";
    editor.next("forward", "alike");
    expect(quote()).toBe("Mayor Ruiz");
    editor.next("forward", "unsaved");
    expect(quote()).toBe("car");
    editor.next("back", "alike");
    expect(quote()).toBe("car");
  });

  it("skips what is complete, and says when nothing is missing", () => {
    const { editor, quote, said, session } = three();
    editor.next("forward", "incomplete");
    expect(quote()).toBe("car");
    editor.next("back", "incomplete");
    expect(quote()).toBe("Green Party");
    for (const { id } of liveAnnotations(session.state.set)) {
      editor.select(id);
      editor.remove();
    }
    editor.next("forward", "incomplete");
    expect(said.at(-1)).toBe("Nothing is missing.");
  });

  it("goes back from an annotation to its own first word, and from there on", () => {
    const { editor, mark, place } = deskOf();
    mark("backs a car ban", "claim");
    editor.next("forward");
    editor.moveCaret("word", "back", false);
    expect(editor.state.place?.span).toEqual(place("backs"));
    editor.moveCaret("word", "forward", false);
    expect(editor.state.place?.span).toEqual({ start: place("a car").start, end: place("a car").start + 1 });
  });
});

describe("linking", () => {
  const linked = () => {
    const made = deskOf();
    made.mark("Mayor Ruiz", "actor");
    made.mark("Green Party", "actor");
    made.mark("backs a car ban", "claim");
    return made;
  };

  it("steps through what the relation can lead to and links what is chosen", () => {
    const { editor, links, session } = linked();
    editor.linker.start();
    editor.next("forward");
    editor.next("forward");
    editor.linker.linkTo();
    expect(links()).toEqual(["made_by"]);
    const [relation] = liveRelations(session.state.set);
    expect(session.state.set.annotations.get(relation?.to ?? idOf(0))?.quote).toBe("Mayor Ruiz");
    expect(editor.state.linking).toBeNull();
  });

  it("steps to the first candidate when asked to link to none, and links when asked again", () => {
    const { editor, links } = linked();
    editor.linker.start();
    editor.linker.linkTo();
    expect([links(), editor.state.linking?.candidate === null]).toEqual([[], false]);
    editor.linker.linkTo();
    expect(links()).toEqual(["made_by"]);
  });

  it("takes another relation by its number, also one that leads here", () => {
    const { editor, links, mark, session } = linked();
    const claim = editor.state.selected;
    mark("objects", "stance");
    const stance = editor.state.selected;
    editor.select(claim ?? idOf(0));
    editor.linker.start();
    editor.hit([stance ?? ""]);
    expect(links()).toEqual(["toward"]);
    expect(liveRelations(session.state.set)[0]).toMatchObject({ from: stance, to: claim });
  });

  it("refuses what the schema does not allow, and stays at it", () => {
    const { editor, complaints, links, mark } = linked();
    const claim = editor.state.selected ?? idOf<"annotation">(0);
    mark("car", "claim");
    editor.linker.start();
    editor.hit([claim]);
    expect([links(), complaints]).toEqual([[], ["These two cannot be linked."]]);
    expect(editor.state.linking).not.toBeNull();
  });
});

describe("leaving a link or a preview", () => {
  it.each([
    ["by an arrow key", "Linking stopped. “ban”", (editor) => editor.moveCaret("word", "forward", false)],
    ["by going to a word", "Linking stopped. ", (editor) => editor.moveToEdge("start")],
    ["by Escape", "Linking stopped. ", (editor) => editor.stepOut()],
  ] satisfies [string, string, (editor: ReturnType<typeof deskOf>["editor"]) => void][])(
    "is announced: %s",
    (_how, words, leave) => {
      const { editor, mark, said } = deskOf();
      mark("Mayor Ruiz", "actor");
      mark("backs a car", "claim");
      editor.linker.start();
      leave(editor);
      expect(editor.state.linking).toBeNull();
      expect(said.at(-1)?.startsWith(words)).toBe(true);
    },
  );

  it("is not announced where there was none to leave", () => {
    const { editor, mark, said } = deskOf();
    mark("car", "claim");
    editor.moveCaret("word", "forward", false);
    expect(said.at(-1)).toBe("“ban”");
  });
});

describe("submitting", () => {
  it("goes to what is missing, and submits when nothing is", () => {
    const { editor, mark, session } = deskOf();
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
    const { editor, complaints, marks, place } = deskOf();
    editor.submit();
    editor.selectedText(place("car"), "mouse");
    editor.label("claim");
    expect([marks(), complaints]).toEqual([[], ["This was submitted and cannot be changed here."]]);
  });
});

describe("what is said", () => {
  it("names what was made, changed and taken back", () => {
    const { editor, said, mark } = deskOf();
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
