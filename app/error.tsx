"use client";

import { LonePage } from "@/components/shell/lone-page";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";

interface ErrorPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <LonePage title="Something went wrong">
      <ErrorState
        title="This page could not be shown"
        reference={digestOf(error)}
        action={
          <>
            <LinkButton href="/projects">All projects</LinkButton>
            <Button variant="primary" onPress={retry}>
              Try again
            </Button>
          </>
        }
      >
        Nothing you did is lost. If it happens again, tell your administrator the reference.
      </ErrorState>
    </LonePage>
  );
}

/** Next gives errors of the server a digest, which the server's log has too. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
