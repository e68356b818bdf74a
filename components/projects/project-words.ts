import type { Role } from "@/lib/core/access/actor";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";

export const ROLE_NAMES: Record<Role, string> = {
  manager: "Manager",
  reviewer: "Reviewer",
  annotator: "Annotator",
  viewer: "Viewer",
};

export const MODE_NAMES: Record<ProjectMode, string> = { independent: "Independent", shared: "Shared" };

/** What each way of working means, in a line. */
export const MODE_OPTIONS = [
  {
    value: "independent",
    label: MODE_NAMES.independent,
    description: "Each annotator works alone and sees nobody else’s work. Choose this to measure agreement.",
  },
  {
    value: "shared",
    label: MODE_NAMES.shared,
    description: "Everybody annotates the same copy of a document together, live.",
  },
] as const satisfies readonly {
  readonly value: ProjectMode;
  readonly label: string;
  readonly description: string;
}[];
