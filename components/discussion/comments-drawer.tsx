"use client";

import { useEffect, useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { ThreadView } from "@/lib/contracts/thread";
import type { SetId } from "@/lib/core/ids";
import { ThreadCard } from "./thread-card";
import type { DiscussionPlace, Discussion as Threads } from "./use-threads";

export interface CommentsDrawerProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly discussion: Threads;
  /** The sets that are spoken about, by the name they have here. */
  readonly sets: readonly { readonly id: SetId; readonly name: string }[];
  /** Where the person stands; null where nothing can be said. */
  readonly place: DiscussionPlace | null;
  /** The headings of the guideline. */
  readonly sections: readonly string[];
  /** Shows what a conversation is about in the text. */
  readonly onGo: (thread: ThreadView) => void;
}

/** What has been said about the document's sets, and a place to say something. */
export function CommentsDrawer({ isOpen, onOpenChange, ...rest }: CommentsDrawerProps) {
  return (
    <Drawer title="Comments" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Discussion {...rest} onLeave={() => onOpenChange(false)} />
    </Drawer>
  );
}

function Discussion({
  discussion,
  sets,
  place,
  sections,
  onGo,
  onLeave,
}: Omit<CommentsDrawerProps, "isOpen" | "onOpenChange"> & { readonly onLeave: () => void }) {
  const [unreadAtFirst] = useState(
    () => new Set(discussion.threads.filter(({ isUnread }) => isUnread).map(({ id }) => id)),
  );
  const { see } = discussion;

  // The server's note of what has been read: all that stands here.
  useEffect(() => see(), [see]);

  return (
    <div className="flex flex-col gap-4">
      {place !== null && (
        <NewThreadForm
          key={`${place.setId} ${place.annotationId ?? ""} ${place.span?.start ?? ""}`}
          place={place}
          sections={sections}
          onSend={(text, isWhole, section) =>
            discussion.open(
              isWhole ? { ...place, annotationId: null, span: null, quote: null } : place,
              text,
              section,
            )
          }
        />
      )}
      {discussion.threads.length === 0 && <p className="text-soft">Nobody has said anything yet.</p>}
      <ul aria-label="Conversations" className="flex flex-col gap-3">
        {discussion.threads.map((thread) => (
          <li key={thread.id}>
            <ThreadCard
              thread={thread}
              setName={sets.length > 1 ? (sets.find(({ id }) => id === thread.setId)?.name ?? null) : null}
              mark={
                unreadAtFirst.has(thread.id) ? (
                  <Badge tone="accent" shape="full">
                    new
                  </Badge>
                ) : null
              }
              onAnswer={(text) => discussion.answer(thread, text)}
              onResolve={(resolved) => discussion.resolve(thread, resolved)}
              onGo={() => {
                onLeave();
                onGo(thread);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NewThreadFormProps {
  readonly place: DiscussionPlace;
  readonly sections: readonly string[];
  readonly onSend: (text: string, isWhole: boolean, section: string | null) => Promise<string | null>;
}

const NO_SECTION = "";

function NewThreadForm({ place, sections, onSend }: NewThreadFormProps) {
  const heading = useId();
  const [text, setText] = useState("");
  const [about, setAbout] = useState<"place" | "whole">(place.quote === null ? "whole" : "place");
  const [section, setSection] = useState(NO_SECTION);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    const refusal = await onSend(text.trim(), about === "whole", section === NO_SECTION ? null : section);
    setProblem(refusal);
    if (refusal === null) setText("");
  };
  return (
    <form
      aria-labelledby={heading}
      className="flex flex-col gap-3 rounded-lg border border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 id={heading} className="font-semibold">
        New comment
      </h3>
      {place.quote !== null && (
        <Select
          label="About"
          options={[
            { value: "place", label: `“${place.quote.slice(0, 60)}”` },
            { value: "whole", label: "The whole document" },
          ]}
          value={about}
          onChange={setAbout}
        />
      )}
      <TextArea
        label="Comment"
        value={text}
        onChange={setText}
        description="@ and a person's name speaks to them."
        autoFocus
      />
      {sections.length > 0 && (
        <Select
          label="Guideline"
          options={[
            { value: NO_SECTION, label: "No section" },
            ...sections.map((one) => ({ value: one, label: one })),
          ]}
          value={section}
          onChange={setSection}
        />
      )}
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <Button type="submit" variant="primary" isDisabled={text.trim() === ""} className="self-start">
        Comment
      </Button>
    </form>
  );
}
