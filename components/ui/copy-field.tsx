"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Input } from "react-aria-components/Input";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { Button } from "./button";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldTexts } from "./field";

export interface CopyFieldProps extends Pick<FieldTexts, "label" | "hideLabel" | "description"> {
  readonly value: string;
}

/** Something to take elsewhere: a link, a token. Copies also on a plain http address. */
export function CopyField({ label, hideLabel, description, value }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"idle" | "copied" | "by hand">("idle");
  const copy = async () => {
    if (input.current !== null) setState((await copyText(value, input.current)) ? "copied" : "by hand");
  };
  return (
    <AriaTextField value={value} isReadOnly className="flex flex-col gap-1.5" onBlur={() => setState("idle")}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className="flex gap-2">
        <Input
          ref={input}
          className={`${FIELD_BOX} h-8 min-w-0 px-2.5 font-mono text-sm`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onPress={() => void copy()}>
          {state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
          {state === "copied" ? "Copied" : "Copy"}
        </Button>
      </div>
      <FieldNotes description={description} error={undefined} />
      <span role="status" className={state === "by hand" ? "text-sm text-warn" : "sr-only"}>
        {state === "copied" && "Copied to the clipboard"}
        {state === "by hand" &&
          "This browser does not let us copy. The text is selected: press Ctrl+C or ⌘C."}
      </span>
    </AriaTextField>
  );
}

/** The Clipboard API exists only on https and loopback; elsewhere the old command copies the selection. */
async function copyText(value: string, input: HTMLInputElement): Promise<boolean> {
  // lib.dom says it is always there; on http it is not.
  const clipboard = (navigator as { readonly clipboard?: Clipboard }).clipboard;
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(value);
      return true;
    }
  } catch {
    // Not allowed here: try the selection.
  }
  input.focus();
  input.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on a plain http address
  return document.execCommand("copy");
}
