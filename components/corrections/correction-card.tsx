"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { GivenText } from "@/components/ui/given-text";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { callApi } from "@/lib/client/api/call-api";
import type { CorrectionView, MarkView } from "@/lib/contracts/correction";
import type { ProjectId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import type { PlacedCorrection } from "./corrections-by-label";

const KINDS: Readonly<Record<CorrectionView["kind"], string>> = {
  kept: "kept",
  changed: "corrected",
  rejected: "rejected",
  overlooked: "overlooked",
};

export interface CorrectionCardProps {
  readonly projectId: ProjectId;
  readonly placed: PlacedCorrection;
  readonly schema: Pick<Schema, "labels">;
}

/** One correction: what was marked, what is right, why; and the annotator's one objection. */
export function CorrectionCard({ projectId, placed, schema }: CorrectionCardProps) {
  const { correction, documentId, setId, title } = placed;
  const { own, gold, kind, reason, comment, fields } = correction;
  const [contested, setContested] = useState(correction.contested);
  const [isObjecting, setIsObjecting] = useState(false);
  return (
    <article className="flex flex-col gap-2 rounded-lg border border-line bg-paper p-3">
      <header className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
        <Badge tone="warn" shape="back">
          {KINDS[kind]}
        </Badge>
        <TextLink href={`/projects/${projectId}/documents/${documentId}/annotate`}>
          <GivenText>{title}</GivenText>
        </TextLink>
      </header>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-soft">You</dt>
        <dd>{own === null ? "marked nothing" : <Mark mark={own} schema={schema} />}</dd>
        <dt className="text-soft">Gold</dt>
        <dd>{gold === null ? "has nothing here" : <Mark mark={gold} schema={schema} />}</dd>
      </dl>
      {(fields.length > 0 || reason !== null || comment !== null) && (
        <p className="text-soft">
          {[
            fields.length === 0 ? null : `Differs in ${fields.map(fieldWords).join(", ")}.`,
            reason === null ? null : `${reason}.`,
            comment,
          ]
            .filter((part) => part !== null)
            .join(" ")}
        </p>
      )}
      {contested !== null && <Notice title="You objected">{contested}</Notice>}
      {contested === null && !isObjecting && (
        <Button size="small" className="self-start" onPress={() => setIsObjecting(true)}>
          Contest
        </Button>
      )}
      {isObjecting && contested === null && (
        <ObjectionForm
          onSend={async (text) => {
            const answer = await callApi({
              method: "POST",
              path: `/projects/${projectId}/sets/${setId}/contests`,
              body: { decisionId: correction.decisionId, reason: text },
            });
            if (!answer.ok) return answer.problem.message;
            setContested(text);
            return null;
          }}
        />
      )}
    </article>
  );
}

function Mark({ mark, schema }: { readonly mark: MarkView; readonly schema: Pick<Schema, "labels"> }) {
  const name = schema.labels.find(({ key }) => key === mark.label)?.name ?? mark.label;
  return (
    <>
      <span className="font-medium">{name}</span>{" "}
      <span className="font-serif [overflow-wrap:anywhere]">“{mark.quote}”</span>
    </>
  );
}

function fieldWords(field: CorrectionView["fields"][number]): string {
  switch (field.kind) {
    case "boundary":
      return "borders";
    case "label":
      return "label";
    case "attribute":
      return field.key.replaceAll("_", " ");
  }
}

function ObjectionForm({ onSend }: { readonly onSend: (text: string) => Promise<string | null> }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(text.trim()).then(setProblem);
      }}
    >
      <TextArea
        label="Why it is right as you marked it"
        description="You can object once; a reviewer looks at it again."
        value={text}
        onChange={setText}
        autoFocus
      />
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <Button
        type="submit"
        size="small"
        variant="primary"
        isDisabled={text.trim() === ""}
        className="self-start"
      >
        Object
      </Button>
    </form>
  );
}
