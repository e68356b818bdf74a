"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Progress } from "@/components/ui/progress";
import { formatCount } from "@/components/ui/format-count";

export interface StillCountingProps {
  readonly counted: number;
  readonly waiting: number;
}

/** While documents are still to be looked at: each time the page is asked for, more of them are. */
export function StillCounting({ counted, waiting }: StillCountingProps) {
  const router = useRouter();
  useEffect(() => router.refresh(), [router, waiting]);
  const all = counted + waiting;
  return (
    <Progress
      label="Looking at documents that are new or have changed"
      value={counted}
      max={all}
      valueLabel={`${formatCount(counted)} of ${formatCount(all)}`}
    />
  );
}
