import { z } from "zod";
import { PRESETS } from "@/lib/core/schema/preset";
import type { Role } from "@/lib/core/access/actor";
import type { ProjectId } from "@/lib/core/ids";
import { PROJECT_MODES, type ProjectMode } from "@/lib/core/workflow/project-mode";
import { line } from "./text";

export const NewProject = z.strictObject({
  name: line(200),
  preset: z.enum(PRESETS).default("claim-actor-stance"),
  mode: z.enum(PROJECT_MODES).default("independent"),
});
export type NewProject = z.output<typeof NewProject>;

export const ProjectPatch = z.strictObject({
  name: line(200).optional(),
  mode: z.enum(PROJECT_MODES).optional(),
});

export interface ProjectView {
  readonly id: ProjectId;
  readonly name: string;
  readonly mode: ProjectMode;
  /** The caller's. */
  readonly role: Role;
  readonly documents: number;
  /** Documents with at least one submitted or accepted set, among the sets that the caller may see. */
  readonly documentsDone: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When something last happened in it that the caller may know of; of annotating, to the minute. */
  readonly activeAt: string;
  readonly deletedAt: string | null;
}
