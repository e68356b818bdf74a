import type { UserId } from "../ids";
import type { Role } from "./actor";

/**
 * Whether a project would be left without anybody to manage it if this member had `role` from now on; null: if they
 * were no member any more. `managers` are those it has now.
 */
export function leavesNoManager(managers: readonly UserId[], member: UserId, role: Role | null): boolean {
  return role !== "manager" && managers.length === 1 && managers[0] === member;
}
