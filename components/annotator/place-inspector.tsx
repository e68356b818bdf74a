"use client";

import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Swatch } from "@/components/ui/swatch";
import type { Span } from "@/lib/core/span/span";
import type { Editor } from "@/lib/client/session/editor";
import { shortQuote } from "@/lib/client/session/describe-act";
import { useAnnotationSet, useEditorState, useWorkbench } from "./workbench";

/** A stretch of text that is selected and not marked yet. */
export function PlaceInspector({ span, editor }: { readonly span: Span; readonly editor: Editor }) {
  const { labels, text, schema, focusText } = useWorkbench();
  const { previous } = useEditorState();
  const set = useAnnotationSet();
  const earlier = previous === null ? undefined : set.annotations.get(previous);
  const quote = text.slice(span.start, span.end);
  return (
    <section aria-label="Selected text" className="rounded-lg border border-line bg-paper p-3">
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-edge pl-2.5 font-serif text-lg [overflow-wrap:anywhere]">
        {quote}
      </blockquote>
      {editor.canEdit && (
        <div className="mt-3 flex flex-wrap gap-1.5">
          {labels.map(({ label, key }) => (
            <Button
              key={label.key}
              size="small"
              onPress={() => {
                editor.label(label.key);
                focusText();
              }}
            >
              <Swatch color={label.color} />
              {label.name}
              {key !== null && <Kbd>{key.toUpperCase()}</Kbd>}
            </Button>
          ))}
          {earlier?.live === true && (
            <Button
              size="small"
              onPress={() => {
                editor.reshaper.setBoundary();
                focusText();
              }}
            >
              Set boundary of {schema.labels.find(({ key }) => key === earlier.label)?.name.toLowerCase()}{" "}
              {shortQuote(earlier.quote)}
              <CommandKbd command="boundary.set" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
