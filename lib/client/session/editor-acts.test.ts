import { describe, expect, it } from "vitest";
import { liveAnnotations, liveRelations } from "@/lib/core/annotation/annotation-set";
import { DocumentText } from "@/lib/core/text/document-text";
import { bicycleRules, idOf } from "@/lib/testing/annotation-builders";
import { deskOf } from "@/lib/testing/editor-on-article";
import { World } from "@/lib/testing/session-world";

describe("reshaping", () => {
  const claimWithActor = () => {
    const made = deskOf();
    made.mark("Mayor Ruiz", "actor");
    made.mark("backs a car ban; the Green Party objects", "claim");
    const claim = made.editor.state.selected ?? idOf<"annotation">(0);
    made.editor.setAttribute(claim, "claim_type", "demand");
    made.editor.linker.start();
    made.editor.next("forward");
    made.editor.linker.linkTo();
    return { ...made, claim };
  };

  it("cuts an annotation at the caret; the second part says the same as the first", () => {
    const { editor, marks, links, session, claim, place } = claimWithActor();
    editor.goTo(place("the"));
    editor.reshaper.split();
    expect(marks()).toEqual([
      "actor: Mayor Ruiz",
      "claim: backs a car ban",
      "claim: the Green Party objects",
    ]);
    expect(links()).toEqual(["made_by", "made_by"]);
    const second = session.state.set.annotations.get(editor.state.selected ?? idOf(0));
    expect([second?.quote, second?.attributes]).toEqual([
      "the Green Party objects",
      { claim_type: "demand" },
    ]);
    expect(second?.id).not.toBe(claim);
    editor.undo();
    expect(marks()).toEqual(["actor: Mayor Ruiz", "claim: backs a car ban; the Green Party objects"]);
    expect(links()).toEqual(["made_by"]);
    editor.redo();
    expect(links()).toEqual(["made_by", "made_by"]);
  });

  it("cuts the annotation that was selected before, though a smaller one lies around the caret", () => {
    const { editor, marks, mark, claim, place } = claimWithActor();
    mark("the Green Party", "actor");
    editor.select(claim);
    editor.selectedText(place("Green"), "mouse");
    editor.reshaper.split();
    expect(marks()).toContain("claim: backs a car ban; the");
  });

  it("cuts nothing where one part would say nothing, and says so", () => {
    const { editor, complaints, marks, mark, place } = deskOf();
    mark("car ban", "claim");
    editor.goTo(place("objects"));
    editor.reshaper.split();
    editor.goTo(place("car ban"));
    editor.reshaper.split();
    expect([marks(), complaints.length]).toEqual([["claim: car ban"], 2]);
  });

  it("joins what overlaps or stands side by side, with all that is said of both, as one step", () => {
    const { editor, marks, links, mark, session } = deskOf();
    mark("Mayor Ruiz", "actor");
    mark("backs a car ban", "claim");
    const first = editor.state.selected ?? idOf<"annotation">(0);
    editor.setAttribute(first, "claim_type", "demand");
    editor.setNote(first, "one");
    mark("the Green Party objects", "claim");
    const second = editor.state.selected ?? idOf<"annotation">(0);
    editor.setAttribute(second, "claim_type", "factual");
    editor.setAttribute(second, "concept_supports", ["parks"]);
    editor.setNote(second, "two");
    editor.linker.start();
    editor.hit([liveAnnotations(session.state.set)[0]?.id ?? ""]);
    editor.select(first);
    editor.reshaper.merge();
    expect(marks()).toEqual(["actor: Mayor Ruiz", "claim: backs a car ban; the Green Party objects"]);
    expect(session.state.set.annotations.get(first)).toMatchObject({
      attributes: { claim_type: "demand", concept_supports: ["parks"] },
      note: "one\ntwo",
    });
    expect(liveRelations(session.state.set)).toMatchObject([{ type: "made_by", from: first }]);
    expect(editor.state.selected).toBe(first);
    editor.undo();
    expect(marks()).toHaveLength(3);
    expect(liveRelations(session.state.set)).toMatchObject([{ type: "made_by", from: second }]);
    expect(links()).toEqual(["made_by"]);
  });

  it("joins nothing over a word, nor another label", () => {
    const { editor, marks, complaints, mark } = deskOf();
    mark("Green", "actor");
    mark("Party", "stance");
    mark("Ruiz", "actor");
    editor.reshaper.merge();
    expect([marks().length, complaints.length]).toEqual([3, 1]);
  });

  it("marks the same stretch with another label too, once", () => {
    const { editor, marks, complaints, mark } = deskOf();
    mark("Mayor Ruiz", "actor");
    editor.duplicate("claim");
    editor.duplicate("actor");
    expect([marks(), complaints]).toEqual([
      ["actor: Mayor Ruiz", "claim: Mayor Ruiz"],
      ["This stretch has that label already."],
    ]);
  });

  it("leaves blanks at the ends outside, and marks no blanks alone", () => {
    const { editor, marks, complaints, place } = deskOf();
    editor.selectedText(place(" car ban"), "mouse");
    editor.label("claim");
    editor.selectedText(place(" "), "mouse");
    editor.label("claim");
    expect([marks(), complaints]).toEqual([["claim: car ban"], ["Only blanks are selected."]]);
  });
});

describe("the same words everywhere", () => {
  const spreading = () => {
    const text = "Ruiz spoke. Mayor Ruiz left; Ruizes and ruiz stayed. “Ruiz!” said Ruiz’s aide.";
    const made = deskOf(new World({ ...bicycleRules, text: DocumentText.of(text) }));
    made.mark("Ruiz", "actor");
    made.editor.setAttribute(made.editor.state.selected ?? idOf(0), "actor_type", "person");
    return made;
  };

  it("are shown first, without those that carry the label, then marked as one step", () => {
    const { editor, mark, marks, said, session } = spreading();
    mark("Mayor Ruiz", "actor");
    editor.select(liveAnnotations(session.state.set)[0]?.id ?? idOf(0));
    editor.spreader.start();
    expect(editor.state.spread).toMatchObject({ marked: 1, current: null });
    expect(editor.state.spread?.places).toHaveLength(2);
    expect(marks()).toHaveLength(2);
    editor.spreader.confirm();
    expect(marks()).toEqual(["actor: Ruiz", "actor: Mayor Ruiz", "actor: Ruiz", "actor: Ruiz"]);
    expect(said.at(-1)).toBe("Marked 2 places.");
    expect(liveAnnotations(session.state.set).at(-1)?.attributes).toEqual({ actor_type: "person" });
    editor.undo();
    expect(marks()).toHaveLength(2);
    editor.redo();
    expect(marks()).toHaveLength(4);
  });

  it("can be left out one by one, and called off", () => {
    const { editor, marks } = spreading();
    editor.spreader.start();
    editor.next("forward");
    editor.remove();
    editor.next("forward");
    editor.next("forward");
    editor.next("forward");
    expect(editor.state.spread?.current).toBe(0);
    editor.spreader.confirm();
    expect(marks()).toEqual(["actor: Ruiz", "actor: Ruiz", "actor: Ruiz"]);
    editor.spreader.start();
    editor.stepOut();
    expect([editor.state.spread, marks().length]).toEqual([null, 3]);
  });

  it("are taken as written and as whole words; where there is nothing to mark, that is said", () => {
    const { editor, complaints, mark } = deskOf();
    mark("ban", "claim");
    editor.spreader.start();
    expect([editor.state.spread, complaints]).toEqual([null, ["The text says this nowhere else."]]);
  });
});
