"use client";

import { useState } from "react";
import type { ApiProblem } from "@/lib/client/api/api-problem";
import { callApi } from "@/lib/client/api/call-api";

interface Versioned {
  readonly version: number;
}

export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  /** Somebody saved another version since this one was read; it is `current`. */
  | { readonly kind: "stale"; readonly current: number }
  | { readonly kind: "failed"; readonly problem: ApiProblem };

export type SaveOutcome<View> =
  | { readonly kind: "saved"; readonly view: View }
  | { readonly kind: "stale" }
  | { readonly kind: "failed"; readonly problem: ApiProblem };

export interface VersionedSave<View extends Versioned> {
  readonly state: SaveState;
  /** The version that the next save builds on. */
  readonly version: number;
  readonly save: (body: object) => Promise<SaveOutcome<View>>;
  /** After `stale`: sends `body` on top of what the other person saved. */
  readonly saveOver: (body: object) => Promise<SaveOutcome<View>>;
  /** After `stale`: takes what the other person saved. */
  readonly takeTheirs: () => Promise<View | null>;
}

/** Saves something that has versions to `path`, so that nobody's change is overwritten unseen. */
export function useVersionedSave<View extends Versioned>(
  path: `/${string}`,
  firstVersion: number,
): VersionedSave<View> {
  const [version, setVersion] = useState(firstVersion);
  const [state, setState] = useState<SaveState>({ kind: "idle" });

  const fail = (problem: ApiProblem) => {
    setState({ kind: "failed", problem });
    return { kind: "failed", problem } as const;
  };

  const put = async (body: object, ifMatch: number): Promise<SaveOutcome<View>> => {
    setState({ kind: "saving" });
    const answer = await callApi<View>({ method: "PUT", path, body, ifMatch });
    if (answer.ok) {
      setVersion(answer.value.version);
      setState({ kind: "idle" });
      return { kind: "saved", view: answer.value };
    }
    if (answer.problem.code !== "stale_version") return fail(answer.problem);
    const theirs = await callApi<View>({ method: "GET", path });
    if (!theirs.ok) return fail(theirs.problem);
    setState({ kind: "stale", current: theirs.value.version });
    return { kind: "stale" };
  };

  return {
    state,
    version,
    save: (body) => put(body, version),
    saveOver: (body) => put(body, state.kind === "stale" ? state.current : version),
    takeTheirs: async () => {
      const theirs = await callApi<View>({ method: "GET", path });
      if (!theirs.ok) {
        fail(theirs.problem);
        return null;
      }
      setVersion(theirs.value.version);
      setState({ kind: "idle" });
      return theirs.value;
    },
  };
}
