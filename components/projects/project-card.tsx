import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { countOf, formatCount } from "@/components/ui/format-count";
import { GivenText } from "@/components/ui/given-text";
import { Progress } from "@/components/ui/progress";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ProjectView } from "@/lib/contracts/project";
import { MODE_NAMES, ROLE_NAMES } from "./project-words";

/** One project: how far it is, who you are in it, when something last happened. */
export function ProjectCard({ project }: { readonly project: ProjectView }) {
  const { id, name, mode, role, documents, documentsDone, activeAt } = project;
  return (
    <Card
      href={`/projects/${id}/documents`}
      title={<GivenText>{name}</GivenText>}
      description={`${ROLE_NAMES[role]} · ${MODE_NAMES[mode].toLowerCase()}`}
      footer={
        <span>
          Last activity <TimeAgo at={activeAt} />
        </span>
      }
    >
      {documents === 0 ? (
        <Badge>No documents yet</Badge>
      ) : (
        <Progress
          label={countOf(documents, "document")}
          value={documentsDone}
          max={documents}
          valueLabel={`${formatCount(documentsDone)} submitted`}
        />
      )}
    </Card>
  );
}
