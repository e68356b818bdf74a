"use client";

import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Swatch } from "@/components/ui/swatch";
import { labelOf } from "@/lib/core/schema/schema";
import { deletedAnnotations } from "./deleted-annotations";
import { useAnnotationSet, useWorkbench } from "./workbench";

/** What was deleted from the set, by whomever; each can be brought back with the links that hung on it. */
export function DeletedDrawer({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const { schema, editor } = useWorkbench();
  const deleted = deletedAnnotations(useAnnotationSet());
  return (
    <Drawer title={`Deleted (${deleted.length})`} isOpen={isOpen} onOpenChange={onOpenChange}>
      {deleted.length === 0 ? (
        <p className="text-soft">Nothing has been deleted here.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {deleted.map(({ id, label, quote }) => (
            <li key={id} className="flex items-center gap-2.5 py-2">
              <Swatch color={labelOf(schema, label)?.color ?? "slate"} className="size-3.5" />
              <span className="min-w-0 flex-1">
                <span className="sr-only">{labelOf(schema, label)?.name ?? label}: </span>
                <span className="line-clamp-2 font-serif text-lg [overflow-wrap:anywhere]">{quote}</span>
              </span>
              {editor?.canEdit === true && (
                <Button
                  size="small"
                  aria-label={`Restore ${quote}`}
                  onPress={() => editor.restorer.restore(id)}
                >
                  Restore
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
