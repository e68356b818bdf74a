"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { FIELD_BOX } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";

export interface TextValueProps {
  readonly name: string;
  readonly nameId: string;
  readonly values: readonly string[];
  readonly isMultiple: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** One text, or several one under the other. A text counts when Enter is pressed or the field is left. */
export function TextValue({ name, nameId, values, isMultiple, isReadOnly, onChange }: TextValueProps) {
  if (!isMultiple) {
    return (
      <Entry
        key={values[0] ?? ""}
        labelledBy={nameId}
        initial={values[0] ?? ""}
        isReadOnly={isReadOnly}
        onCommit={(text) => onChange(text === "" ? [] : [text])}
      />
    );
  }
  return (
    <div className="flex flex-col gap-1">
      {values.map((value, index) => (
        <div key={value} className="flex items-center gap-1">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{value}</span>
          {!isReadOnly && (
            <IconButton
              icon={X}
              size="small"
              label={`Remove ${value} from ${name}`}
              onPress={() => onChange(values.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Entry
          key={values.length}
          labelledBy={nameId}
          initial=""
          placeholder="Add…"
          isReadOnly={false}
          onCommit={(text) => {
            if (text !== "" && !values.includes(text)) onChange([...values, text]);
          }}
        />
      )}
    </div>
  );
}

interface EntryProps {
  readonly labelledBy: string;
  readonly initial: string;
  readonly placeholder?: string;
  readonly isReadOnly: boolean;
  readonly onCommit: (text: string) => void;
}

function Entry({ labelledBy, initial, placeholder, isReadOnly, onCommit }: EntryProps) {
  const [text, setText] = useState(initial);
  const commit = () => {
    if (text.trim() !== initial) onCommit(text.trim());
  };
  return (
    <input
      aria-labelledby={labelledBy}
      value={text}
      readOnly={isReadOnly}
      placeholder={placeholder}
      maxLength={10_000}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) commit();
      }}
      className={`${FIELD_BOX} h-6.5 px-2 text-base`}
    />
  );
}
