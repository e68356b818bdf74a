"use client";

import { LogIn } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { providerPage } from "@/lib/client/account/sign-in";

export interface ProviderButtonProps {
  /** What the provider is called here. */
  readonly name: string;
  readonly next: string;
}

/** The way in through the organisation's own sign-in. */
export function ProviderButton({ name, next }: ProviderButtonProps) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    setPending(true);
    setProblem(null);
    const answer = await providerPage(next);
    if (answer.ok) {
      window.location.assign(answer.url);
      return;
    }
    setProblem(answer.message);
    setPending(false);
  };
  return (
    <>
      {problem !== null && (
        <Notice tone="danger" isAnswer>
          {problem}
        </Notice>
      )}
      <Button isPending={isPending} onPress={() => void go()}>
        <LogIn aria-hidden />
        Sign in with {name}
      </Button>
    </>
  );
}
