"use client";

import { X } from "lucide-react";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { liveRelations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Missing } from "@/lib/core/annotation/completeness";
import { relationTypeOf } from "@/lib/core/schema/schema";
import type { Editor } from "@/lib/client/session/editor";
import { linkOptions } from "@/lib/client/session/link-options";
import { AnnotationChip } from "./annotation-chip";
import { InspectorRow } from "./inspector-row";
import { useAnnotationSet, useWorkbench } from "./workbench";

export interface RelationListProps {
  readonly annotation: Annotation;
  readonly editor: Editor;
  readonly missing: readonly Missing[];
}

/** What the annotation is linked to, to be read as a sentence: “made by Maria Zakharova”, “toward ← in open violation”. */
export function RelationList({ annotation, editor, missing }: RelationListProps) {
  const { schema, focusText } = useWorkbench();
  const set = useAnnotationSet();
  const links = linksOf(set, annotation);
  const lacking = missing.filter((one) => one.kind === "too_few");
  const link = (type?: string) => {
    editor.linker.start(type);
    focusText();
  };
  if (linkOptions(schema, annotation.label).length === 0) return null;
  return (
    <InspectorRow name="Relations">
      <ul aria-label="Relations" className="flex min-w-0 flex-col gap-1">
        {links.map(({ relation, other, isOut }) => (
          <li key={relation.id} className="group flex min-w-0 items-center gap-1.5">
            <span className="shrink-0 text-soft">
              {relationTypeOf(schema, relation.type)?.name ?? relation.type}
              {!isOut && <span aria-label=", from"> ←</span>}
            </span>
            <button
              type="button"
              onClick={() => editor.select(other.id)}
              className="min-w-0 rounded-sm text-left"
            >
              <AnnotationChip annotation={other} />
            </button>
            {editor.canEdit && (
              <IconButton
                icon={X}
                size="small"
                label={`Remove: ${relationTypeOf(schema, relation.type)?.name ?? relation.type} ${other.quote}`}
                onPress={() => editor.linker.remove(relation.id)}
                className="ml-auto h-5.5! w-5.5! text-soft opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
              />
            )}
          </li>
        ))}
        {editor.canEdit &&
          lacking.map((one) => (
            <li key={one.type}>
              <button
                type="button"
                onClick={() => link(one.type)}
                className="rounded-sm text-warn hover:underline"
              >
                {relationTypeOf(schema, one.type)?.name ?? one.type}?
              </button>
            </li>
          ))}
        {editor.canEdit && (
          <li>
            <Button size="small" variant="plain" onPress={() => link()} className="-ml-2 text-soft">
              add <CommandKbd command="link" className="opacity-100!" />
            </Button>
          </li>
        )}
      </ul>
    </InspectorRow>
  );
}

interface Link {
  readonly relation: Relation;
  readonly other: Annotation;
  readonly isOut: boolean;
}

function linksOf(set: AnnotationSet, { id }: Annotation): readonly Link[] {
  return liveRelations(set)
    .filter((relation) => relation.from === id || relation.to === id)
    .flatMap((relation): readonly Link[] => {
      const isOut = relation.from === id;
      const other = set.annotations.get(isOut ? relation.to : relation.from);
      return other === undefined ? [] : [{ relation, other, isOut }];
    })
    .sort((a, b) => Number(b.isOut) - Number(a.isOut));
}
