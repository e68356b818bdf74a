"use client";

import { hasCompany } from "@/lib/core/live/company";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { useSessionState, useWorkbench } from "./workbench";

export interface Author {
  readonly name: string;
  readonly isSelf: boolean;
}

/** Who made an annotation, where several work in one set; null where one works alone, or nobody knows. */
export function useAuthors(): (annotation: Pick<Annotation, "createdBy">) => Author | null {
  const { userId } = useWorkbench();
  const { set, names } = useSessionState();
  return ({ createdBy }) => {
    if (createdBy === null || !hasCompany(set.kind)) return null;
    const name = names.get(createdBy);
    const isSelf = createdBy === userId;
    return name === undefined && !isSelf ? null : { name: name ?? "", isSelf };
  };
}
