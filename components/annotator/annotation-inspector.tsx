"use client";

import { BookOpen, ChevronDown, Ellipsis, Trash2 } from "lucide-react";
import { useMemo } from "react";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { paletteMark } from "@/components/ui/palette-mark";
import { Swatch } from "@/components/ui/swatch";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { missingIn } from "@/lib/core/annotation/completeness";
import type { Editor } from "@/lib/client/session/editor";
import { AnnotationHistory } from "./annotation-history";
import { AttributeList } from "./attribute-list";
import { NoteEditor } from "./note-editor";
import { RelationList } from "./relation-list";
import { useAuthors } from "./use-authors";
import { useAnnotationSet, useWorkbench } from "./workbench";

export interface AnnotationInspectorProps {
  readonly annotation: Annotation;
  readonly editor: Editor;
  readonly onRun: (id: CommandId) => void;
}

const MORE = [
  { command: "spread", words: "Label the same words everywhere" },
  { command: "duplicate", words: "Give it another label too" },
  { command: "merge", words: "Join with the next of its label" },
] as const satisfies readonly { readonly command: CommandId; readonly words: string }[];

/** The selected annotation: its words, label, attributes, relations, note and history. */
export function AnnotationInspector({ annotation, editor, onRun }: AnnotationInspectorProps) {
  const { schema, focusText } = useWorkbench();
  const keysOf = useCommandKeys();
  const set = useAnnotationSet();
  const author = useAuthors()(annotation);
  const missing = useMemo(
    () => missingIn(set, schema).filter((one) => one.annotation === annotation.id),
    [set, schema, annotation.id],
  );
  const index = schema.labels.findIndex(({ key }) => key === annotation.label);
  const label = schema.labels[index];
  const { line } = paletteMark(label?.color ?? "slate", Math.max(0, index));
  const isMissing = (key: string): boolean =>
    missing.some((one) => one.kind === "attribute" && one.key === key);
  return (
    <section
      aria-label={`${label?.name ?? annotation.label}: ${annotation.quote}`}
      data-inspector
      className="rounded-lg border border-line bg-paper p-3"
    >
      <header className="flex items-center gap-2">
        <Swatch color={label?.color ?? "slate"} className="size-3.5" />
        {editor.canEdit ? (
          <Button
            size="small"
            variant="plain"
            onPress={() => onRun("relabel")}
            className="-ml-1.5 px-1.5 font-semibold"
            aria-label={`Label: ${label?.name ?? annotation.label}. Change`}
          >
            {label?.name ?? annotation.label}
            <ChevronDown aria-hidden className="text-soft" />
          </Button>
        ) : (
          <h2 className="font-semibold">{label?.name ?? annotation.label}</h2>
        )}
        <span className="flex-1" />
        <CommandKbd command="open" />
        <IconButton
          icon={BookOpen}
          label={`What the guideline says of ${label?.name ?? annotation.label}`}
          keys={keysOf("guideline")[0]}
          size="small"
          onPress={() => onRun("guideline")}
        />
        {editor.canEdit && (
          <Menu label="More" trigger={<IconButton icon={Ellipsis} label="More" size="small" />}>
            {MORE.map(({ command, words }) => (
              <MenuItem key={command} keys={keysOf(command)[0]} onAction={() => onRun(command)}>
                {words}
              </MenuItem>
            ))}
          </Menu>
        )}
        {editor.canEdit && (
          <IconButton
            icon={Trash2}
            label="Delete the annotation"
            keys={keysOf("delete")[0]}
            size="small"
            onPress={() => editor.remove()}
          />
        )}
      </header>
      <blockquote
        className="mt-1.5 max-h-40 overflow-y-auto border-l-2 pl-2.5 font-serif text-lg [overflow-wrap:anywhere]"
        style={{ borderColor: line }}
        tabIndex={annotation.quote.length > 300 ? 0 : undefined}
      >
        {annotation.quote}
      </blockquote>
      {author !== null && (
        <p className="mt-1.5 text-sm text-soft">
          Made by {author.isSelf ? "you" : author.name}, <TimeAgo at={annotation.createdAt} />
        </p>
      )}
      <div className="mt-3 flex flex-col gap-2">
        <AttributeList
          annotation={annotation}
          attributes={label?.attributes ?? []}
          isMissing={isMissing}
          isReadOnly={!editor.canEdit}
          onChange={(key, value) => editor.setAttribute(annotation.id, key, value)}
          onComplete={focusText}
        />
        <RelationList annotation={annotation} editor={editor} missing={missing} />
        <NoteEditor
          note={annotation.note}
          isReadOnly={!editor.canEdit}
          onChange={(note) => editor.setNote(annotation.id, note)}
        />
      </div>
      <AnnotationHistory annotation={annotation} />
    </section>
  );
}
