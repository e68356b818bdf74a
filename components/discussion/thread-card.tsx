"use client";

import { useState, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ThreadView } from "@/lib/contracts/thread";

export interface ThreadCardProps {
  readonly thread: ThreadView;
  /** Whose set it is about, where there are several. */
  readonly setName: string | null;
  readonly mark: ReactNode;
  readonly onAnswer: (text: string) => Promise<string | null>;
  readonly onResolve: (resolved: boolean) => Promise<string | null>;
  readonly onGo: () => void;
}

/** One conversation, with its answers and a place for the next. */
export function ThreadCard({ thread, setName, mark, onAnswer, onResolve, onGo }: ThreadCardProps) {
  const { annotationId, span, section, resolved, comments } = thread;
  const [text, setText] = useState("");
  const [isAnswering, setIsAnswering] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const answer = async () => {
    const refusal = await onAnswer(text.trim());
    setProblem(refusal);
    if (refusal !== null) return;
    setText("");
    setIsAnswering(false);
  };
  return (
    <article className="flex flex-col gap-2 rounded-lg border border-line bg-paper p-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        {setName !== null && <span>{setName}</span>}
        {span !== null && <span className="min-w-0 truncate font-serif">“{span.quote}”</span>}
        {section !== null && <span>Guideline: {section}</span>}
        {(annotationId !== null || span !== null) && (
          <Button size="small" variant="plain" onPress={onGo}>
            Show in the text
          </Button>
        )}
        {mark}
        {resolved !== null && (
          <Badge tone="ok" shape="check">
            resolved
          </Badge>
        )}
      </header>
      <ol className="flex flex-col gap-2">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="text-sm text-soft">
              <span className="font-medium text-ink">{comment.author?.name ?? "The operator"}</span>{" "}
              <TimeAgo at={comment.at} />
            </p>
            <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{comment.text}</p>
          </li>
        ))}
      </ol>
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      {isAnswering ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void answer();
          }}
        >
          <TextArea label="Answer" value={text} onChange={setText} autoFocus />
          <Button type="submit" size="small" isDisabled={text.trim() === ""} className="self-start">
            Answer
          </Button>
        </form>
      ) : (
        <div className="flex gap-2">
          <Button size="small" onPress={() => setIsAnswering(true)}>
            Answer
          </Button>
          <Button
            size="small"
            variant="plain"
            onPress={() => void onResolve(resolved === null).then(setProblem)}
          >
            {resolved === null ? "Resolve" : "Take up again"}
          </Button>
        </div>
      )}
    </article>
  );
}
