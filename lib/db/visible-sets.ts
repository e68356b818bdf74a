import { escapeLiteral } from "pg";
import type { Access } from "@/lib/core/access/actor";
import { authorize } from "@/lib/core/access/rules";

/**
 * The condition under which `canWithSet(access, "set.read", s)` holds, for a set `s` of the project, in SQL. A test
 * holds the two against one another for every role, kind and state.
 * @throws AppError `not_found`, `forbidden` for whoever sees no set at all.
 */
export function visibleSets(access: Access): string {
  authorize(access, "project.read");
  const { role, actor } = access;
  if (role === "manager" || role === "reviewer") return "true";
  const own = actor.userId === null ? "false" : `s.annotator_id = ${escapeLiteral(actor.userId)}::uuid`;
  return `(s.kind = 'shared' or (s.kind = 'annotator' and ${own}) or (s.kind = 'gold' and s.state = 'accepted'))`;
}
