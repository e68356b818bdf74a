import { randomOf } from "@/lib/core/agreement/random";
import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { applyAll } from "@/lib/core/annotation/apply";
import type { Operation } from "@/lib/core/annotation/operation";
import { demoArticle, type DemoArticle } from "@/lib/core/demo/demo-article";
import { DEMO_HABITS } from "@/lib/core/demo/habits";
import { plausibleWork } from "@/lib/core/demo/plausible-work";
import { workOperations } from "@/lib/core/demo/work-operations";
import type { Id } from "@/lib/core/ids";
import { presetSchema } from "@/lib/core/schema/preset";
import { DocumentText } from "@/lib/core/text/document-text";
import { idOf, stampOf } from "./annotation-builders";

export interface PlausibleDocument {
  readonly article: DemoArticle;
  /** What each annotator submitted, in the order of `DEMO_HABITS`. */
  readonly sets: readonly AnnotationSet[];
}

/** The `n`th article of the seed as every annotator of the demo submits it, with the same ids every time. */
export function plausibleDocument(seed: number, n: number): PlausibleDocument {
  const article = demoArticle(seed, n);
  const rules = { schema: presetSchema("claim-actor-stance"), text: DocumentText.of(article.text) };
  const documentId = idOf<"document">(n * 10_000);
  const sets = DEMO_HABITS.map((habits, who) => {
    let next = n * 10_000 + (who + 1) * 1_000;
    const newId = <K extends string>(): Id<K> => idOf(next++);
    const set = emptySet({ id: newId<"set">(), documentId, kind: "annotator" });
    const work = plausibleWork(article, habits, randomOf(seed, `annotator ${who} article ${n}`));
    const submit: Operation = { id: newId(), kind: "set.submit", target: set.id, body: {} };
    const { set: after, outcomes } = applyAll(
      set,
      [...workOperations(work, newId), submit],
      stampOf(),
      rules,
    );
    const refused = outcomes.find(({ status }) => status === "rejected");
    if (refused !== undefined) throw new RangeError(JSON.stringify(refused));
    return after;
  });
  return { article, sets };
}
