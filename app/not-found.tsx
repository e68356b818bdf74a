import { FileQuestion } from "lucide-react";
import { LonePage } from "@/components/shell/lone-page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <LonePage title="Not found">
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
    </LonePage>
  );
}
