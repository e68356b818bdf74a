import type { Context } from "../context";
import { ROLES } from "@/lib/core/access/actor";
import { can, type ProjectAction } from "@/lib/core/access/rules";
import type { ProjectId } from "@/lib/core/ids";
import type { ProjectScope } from "@/lib/db/project-repository";

/** All projects in which the caller may do `action`. */
export function scopeOf({ actor }: Context, action: ProjectAction): Omit<ProjectScope, "place"> {
  const only = actor.limits?.projectId ?? null;
  // The rules look at the project only to compare it with a token's.
  const projectId = only ?? ("" as ProjectId);
  return {
    userId: actor.userId,
    roles: ROLES.filter((role) => can({ actor, projectId, role }, action)),
    only,
  };
}
