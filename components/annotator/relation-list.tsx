"use client";

import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Button } from "@/components/ui/button";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { Missing } from "@/lib/core/annotation/completeness";
import { relationTypeOf } from "@/lib/core/schema/schema";
import type { Editor } from "@/lib/client/session/editor";
import { linkOptions } from "@/lib/client/session/link-options";
import { InspectorRow } from "./inspector-row";
import { RelationRow, type Link } from "./relation-row";
import { useAnnotationSet, useWorkbench } from "./workbench";

export interface RelationListProps {
  readonly annotation: Annotation;
  readonly editor: Editor;
  readonly missing: readonly Missing[];
}

/** What the annotation is linked to, to be read as a sentence: “→ made by → Maria Zakharova”, “in open violation → toward →”. */
export function RelationList({ annotation, editor, missing }: RelationListProps) {
  const { schema, focusText } = useWorkbench();
  const set = useAnnotationSet();
  const links = editor.index
    .relationsOf(annotation.id)
    .flatMap((relation): readonly Link[] => {
      const isOut = relation.from === annotation.id;
      const other = set.annotations.get(isOut ? relation.to : relation.from);
      return other === undefined ? [] : [{ relation, other, isOut }];
    })
    .sort((a, b) => Number(b.isOut) - Number(a.isOut));
  const lacking = missing.filter((one) => one.kind === "too_few");
  const link = (type?: string) => {
    editor.linker.start(type);
    focusText();
  };
  if (linkOptions(schema, annotation.label).length === 0) return null;
  return (
    <InspectorRow name="Relations">
      <ul aria-label="Relations" className="flex min-w-0 flex-col gap-1">
        {links.map((link) => (
          <RelationRow key={link.relation.id} link={link} editor={editor} />
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
