"use client";

import { labelOf } from "@/lib/core/schema/schema";
import { GuidelineDrawer, type GuidelineDrawerProps } from "./guideline-drawer";
import { useAnnotationSet, useEditorState, useWorkbench } from "./workbench";

/** The guideline where it speaks of the label of what is selected, or of the one that is kept for what follows. */
export function GuidelineAtHand(props: Omit<GuidelineDrawerProps, "label">) {
  const { schema } = useWorkbench();
  const { selected, previous, armed } = useEditorState();
  const set = useAnnotationSet();
  const current = selected ?? previous;
  const key = (current === null ? undefined : set.annotations.get(current)?.label) ?? armed;
  return <GuidelineDrawer {...props} label={key === null ? null : (labelOf(schema, key) ?? null)} />;
}
