"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { relationTypeOf } from "@/lib/core/schema/schema";
import type { Editor } from "@/lib/client/session/editor";
import { AnnotationChip } from "./annotation-chip";
import { AttributeEditor } from "./attribute-editor";
import { useWorkbench } from "./workbench";

/** A relation as seen from one of its ends. */
export interface Link {
  readonly relation: Relation;
  readonly other: Annotation;
  readonly isOut: boolean;
}

/** One relation in the direction in which it is read, and the attributes that its type has. */
export function RelationRow({ link, editor }: { readonly link: Link; readonly editor: Editor }) {
  const { schema } = useWorkbench();
  const { relation, other, isOut } = link;
  const type = relationTypeOf(schema, relation.type);
  const name = type?.name ?? relation.type;
  const words = <span className="shrink-0 text-soft">{name}</span>;
  const end = (
    <button type="button" onClick={() => editor.select(other.id)} className="min-w-0 rounded-sm text-left">
      <AnnotationChip annotation={other} />
    </button>
  );
  const arrow = (
    <span aria-hidden className="shrink-0 text-soft">
      →
    </span>
  );
  return (
    <li className="group">
      <span className="flex min-w-0 items-center gap-1.5">
        {isOut ? (
          <>
            {words} {arrow} {end}
          </>
        ) : (
          <>
            {end} {arrow} {words}
            <span className="sr-only"> this</span>
          </>
        )}
        {editor.canEdit && (
          <IconButton
            icon={X}
            size="small"
            label={`Remove: ${name} ${other.quote}`}
            onPress={() => editor.linker.remove(relation.id)}
            className="ml-auto h-5.5! w-5.5! text-soft opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </span>
      {(type?.attributes ?? []).map((attribute) => (
        <AttributeEditor
          key={attribute.key}
          attribute={attribute}
          value={relation.attributes[attribute.key] ?? null}
          isMissing={false}
          isReadOnly={!editor.canEdit}
          onChange={(value) => editor.linker.setAttribute(relation.id, attribute.key, value)}
        />
      ))}
    </li>
  );
}
