"use client";

import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Text } from "react-aria-components/Text";
import { isFileDropItem } from "react-aria-components/useDrop";
import { Button } from "./button";
import { classNames } from "./class-names";

export interface FileDropProps {
  /** What to drop, in a sentence: "Drop a JSONL or text file here". */
  readonly label: string;
  readonly description?: ReactNode;
  /** File endings with their dot, and media types. */
  readonly accept: readonly string[];
  readonly allowsMultiple?: boolean | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string | undefined;
}

/**
 * Takes files by drop, paste or the system's dialog. The dialog filters by `accept`; a drop does not, since systems
 * disagree about media types, so check what arrives.
 */
export function FileDrop({
  label,
  description,
  accept,
  allowsMultiple = false,
  onFiles,
  className,
}: FileDropProps) {
  const take = (files: readonly File[]) => {
    const taken = allowsMultiple ? files : files.slice(0, 1);
    if (taken.length > 0) onFiles(taken);
  };
  return (
    <DropZone
      onDrop={(event) =>
        void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(take)
      }
      className={classNames(
        "flex flex-col items-center gap-1 rounded-lg border border-dashed border-edge bg-paper px-4 py-8 text-center transition-colors",
        "data-drop-target:border-solid data-drop-target:border-accent data-drop-target:bg-accent-wash data-focus-visible:outline-2 data-focus-visible:outline-accent",
        className,
      )}
    >
      <Upload aria-hidden strokeWidth={1.5} className="mb-2 size-6 text-soft" />
      <Text slot="label" className="font-medium">
        {label}
      </Text>
      {description !== undefined && <p className="text-sm text-soft">{description}</p>}
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={allowsMultiple}
        onSelect={(files) => take(files === null ? [] : Array.from(files))}
      >
        <Button className="mt-3">{allowsMultiple ? "Choose files…" : "Choose a file…"}</Button>
      </FileTrigger>
    </DropZone>
  );
}
