"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { keyFromName } from "@/components/schema-editor/key-from-name";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/show-toast";
import { TextField } from "@/components/ui/text-field";
import { callApi } from "@/lib/client/api/call-api";
import type { ProjectId } from "@/lib/core/ids";
import { MOST_REASONS, type Reason } from "@/lib/core/review/reasons";

export interface ReasonsFormProps {
  readonly projectId: ProjectId;
  readonly reasons: readonly Reason[];
}

/** A reason while it is edited; a new one has no key yet. */
type Row = { readonly key: string | null; readonly name: string };

/** The reasons for which reviewers reject something: renamed, added, taken away. Decisions keep the key of theirs. */
export function ReasonsForm({ projectId, reasons }: ReasonsFormProps) {
  const [rows, setRows] = useState<readonly Row[]>(reasons);
  const [problem, setProblem] = useState<string | null>(null);
  const rename = (index: number, name: string) =>
    setRows(rows.map((row, place) => (place === index ? { ...row, name } : row)));
  const save = async () => {
    const named = withKeys(
      rows.map((row) => ({ ...row, name: row.name.trim() })).filter(({ name }) => name !== ""),
    );
    const answer = await callApi<{ readonly reasons: readonly Reason[] }>({
      method: "PUT",
      path: `/projects/${projectId}/review/reasons`,
      body: { reasons: named },
    });
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    setRows(answer.value.reasons);
    showToast({ title: "Reasons saved", tone: "ok" });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ul aria-label="Reasons" className="flex flex-col gap-2">
        {rows.map(({ key, name }, index) => (
          <li key={key ?? `new ${index}`} className="flex items-end gap-2">
            <TextField
              label={`Reason ${index + 1}`}
              hideLabel
              value={name}
              onChange={(text) => rename(index, text)}
              className="flex-1"
            />
            <IconButton
              icon={Trash2}
              label={`Remove ${name === "" ? `reason ${index + 1}` : name}`}
              isDisabled={rows.length === 1}
              onPress={() => setRows(rows.filter((_row, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button
          isDisabled={rows.length >= MOST_REASONS}
          onPress={() => setRows([...rows, { key: null, name: "" }])}
        >
          <Plus aria-hidden /> Add a reason
        </Button>
        <Button type="submit" variant="primary">
          Save reasons
        </Button>
      </div>
    </form>
  );
}

/** New reasons get keys made of their names, told apart by a number where two would be the same. */
function withKeys(rows: readonly Row[]): readonly Reason[] {
  const taken = new Set(rows.map(({ key }) => key));
  return rows.map(({ key, name }) => {
    if (key !== null) return { key, name };
    const proposed = keyFromName(name) || "reason";
    let free = proposed;
    for (let number = 2; taken.has(free); number++) free = `${proposed.slice(0, 60)}_${number}`;
    taken.add(free);
    return { key: free, name };
  });
}
