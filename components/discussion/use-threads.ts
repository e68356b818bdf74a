"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { callApi } from "@/lib/client/api/call-api";
import { browserEnvironment } from "@/lib/client/session/browser-environment";
import type { ThreadView } from "@/lib/contracts/thread";
import type { AnnotationId, ProjectId, SetId, ThreadId } from "@/lib/core/ids";
import type { CodePoint } from "@/lib/core/text/offsets";

/** What a new conversation would be about. */
export interface DiscussionPlace {
  readonly setId: SetId;
  readonly annotationId: AnnotationId | null;
  readonly span: { readonly start: CodePoint; readonly end: CodePoint } | null;
  /** The words there; null for the whole document. */
  readonly quote: string | null;
}

export interface Discussion {
  readonly threads: readonly ThreadView[];
  readonly unread: number;
  /** Each of these answers in words why it was not done, or with null. */
  readonly open: (place: DiscussionPlace, text: string, section: string | null) => Promise<string | null>;
  readonly answer: (thread: ThreadView, text: string) => Promise<string | null>;
  readonly resolve: (thread: ThreadView, resolved: boolean) => Promise<string | null>;
  /** They have been looked at. */
  readonly see: () => void;
}

type Answer = { readonly items: readonly ThreadView[] };

/** The conversations about some sets, as they stood when the screen was opened or somebody wrote here. */
export function useThreads(projectId: ProjectId, setIds: readonly SetId[]): Discussion {
  const [bySet, setBySet] = useState<ReadonlyMap<SetId, readonly ThreadView[]>>(new Map());
  const key = setIds.join(" ");

  const put = useCallback((setId: SetId, threads: readonly ThreadView[]) => {
    setBySet((before) => new Map(before).set(setId, threads));
  }, []);

  // What the server has.
  useEffect(() => {
    const leaving = new AbortController();
    for (const setId of key === "" ? [] : (key.split(" ") as SetId[])) {
      const path = `/projects/${projectId}/sets/${setId}/threads` as const;
      void callApi<Answer>({ method: "GET", path, signal: leaving.signal }).then((answer) => {
        if (answer.ok && !leaving.signal.aborted) put(setId, answer.value.items);
      });
    }
    return () => leaving.abort();
  }, [projectId, key, put]);

  const ask = async (
    setId: SetId,
    method: "POST" | "PATCH",
    below: string,
    body: unknown,
  ): Promise<string | null> => {
    const path = `/projects/${projectId}/sets/${setId}/threads${below}` as const;
    const answer = await callApi<Answer>({ method, path, body });
    if (!answer.ok) return answer.problem.message;
    put(setId, answer.value.items);
    return null;
  };
  const { newId } = browserEnvironment;
  const threads = useMemo(() => setIds.flatMap((setId) => bySet.get(setId) ?? []), [setIds, bySet]);
  const see = useCallback(() => {
    for (const setId of new Set(threads.filter(({ isUnread }) => isUnread).map((one) => one.setId))) {
      const path = `/projects/${projectId}/sets/${setId}/threads/seen` as const;
      void callApi({ method: "PUT", path, body: {} });
    }
  }, [projectId, threads]);
  return {
    threads,
    unread: threads.filter(({ isUnread }) => isUnread).length,
    open: ({ setId, annotationId, span }, text, section) =>
      ask(setId, "POST", "", {
        id: newId<"thread">(),
        commentId: newId<"comment">(),
        text,
        ...(annotationId === null ? {} : { annotationId }),
        ...(span === null ? {} : { span }),
        ...(section === null ? {} : { section }),
      }),
    answer: ({ id, setId }, text) =>
      ask(setId, "POST", below(id, "/comments"), { id: newId<"comment">(), text }),
    resolve: ({ id, setId }, resolved) => ask(setId, "PATCH", below(id), { resolved }),
    see,
  };
}

function below(id: ThreadId, rest = ""): string {
  return `/${id}${rest}`;
}
