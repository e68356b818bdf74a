import { FileQuestion } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={FileQuestion}
        title="There is nothing here"
        action={
          <LinkButton href="/projects" variant="primary">
            All projects
          </LinkButton>
        }
      >
        The address may be mistyped, or what was here is gone or not shared with you.
      </EmptyState>
    </main>
  );
}
