import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyField } from "./copy-field";
import { DialogActions } from "./dialog-actions";
import { Notice } from "./notice";

export interface Secret {
  readonly label: string;
  readonly value: string;
  /** What to do with it, and for how long it is good. */
  readonly warning: ReactNode;
}

/** Something that nobody can be shown a second time: to be copied now. */
export function ShownOnce({ label, value, warning, onDone }: Secret & { readonly onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <CopyField label={label} value={value} />
      <Notice tone="warn">{warning}</Notice>
      <DialogActions>
        <Button variant="primary" onPress={onDone}>
          Done
        </Button>
      </DialogActions>
    </div>
  );
}
