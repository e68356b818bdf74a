"use client";

import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export interface PageErrorProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Stands in the frame where a page could not be had. */
export function PageError({ error, retry }: PageErrorProps) {
  return (
    <Page title={<span className="sr-only">Something went wrong</span>}>
      <ErrorState
        title="This page could not be shown"
        reference={digestOf(error)}
        action={
          <Button variant="primary" onPress={retry}>
            Try again
          </Button>
        }
      >
        Nothing you did is lost. If it happens again, tell your administrator the reference.
      </ErrorState>
    </Page>
  );
}

/** Next gives errors of the server a digest, which the server's log has too. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
