import type { AnnotationId, RelationId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import type { Intent } from "@/lib/client/session/intent";
import { newId } from "../world";
import type { Chance } from "./chance";
import type { ChaosClient } from "./client";

/** Somebody does something to whatever their page shows, sensible or not. */
export function actAtRandom(chance: Chance, client: ChaosClient): void {
  const { session } = client;
  const { set } = session.state;
  const annotation = chance.one([...set.annotations.keys()]) ?? newId<"annotation">();
  const other = chance.one([...set.annotations.keys()]) ?? annotation;
  const relation = chance.one([...set.relations.keys()]) ?? newId<"relation">();
  const kind = chance.between(0, 13);
  if (kind === 12) note(client, session.undo());
  else if (kind === 13) note(client, session.redo());
  else note(client, session.perform([intent(chance, kind, annotation, other, relation)]));
}

export function markSomething(client: ChaosClient): void {
  const mark = { label: "actor", start: codePoint(0), end: codePoint(10) };
  note(client, client.session.perform([{ kind: "annotation.create", target: newId(), body: mark }]));
}

function note({ performed }: ChaosClient, done: ReturnType<ChaosClient["session"]["undo"]>): void {
  if (done?.ok === true) for (const { id } of done.operations) performed.add(id);
}

function intent(
  chance: Chance,
  kind: number,
  annotation: AnnotationId,
  other: AnnotationId,
  relation: RelationId,
): Intent {
  const start = chance.between(0, 40);
  const span = { start: codePoint(start), end: codePoint(start + chance.between(1, 12)) };
  const label = chance.one(["claim", "actor", "stance"]) ?? "actor";
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return { kind: "annotation.create", target: newId(), body: { ...span, label } };
    case 3:
    case 4:
      return { kind: "annotation.setSpan", target: annotation, body: span };
    case 5:
      return { kind: "annotation.setLabel", target: annotation, body: { label } };
    case 6:
    case 7:
      return {
        kind: "annotation.setNote",
        target: annotation,
        body: { note: `note ${chance.between(0, 99)}` },
      };
    case 8:
      return { kind: "annotation.delete", target: annotation, body: {} };
    case 9:
      return { kind: "annotation.restore", target: annotation, body: {} };
    case 10:
      return {
        kind: "relation.create",
        target: newId(),
        body: { type: "made_by", from: annotation, to: other },
      };
    default:
      return { kind: "relation.delete", target: relation, body: {} };
  }
}
