import type { ProjectId, SetId, UserId } from "../ids";
import { AppError } from "../errors";
import type { SetKind, SetState } from "../workflow/set-state";
import type { Access, Actor, Role, Scope } from "./actor";

/** What the rules need to know of an annotation set. */
export interface SetRef {
  readonly id: SetId;
  readonly kind: SetKind;
  readonly annotatorId: UserId | null;
  readonly state: SetState;
}

type Rule = { readonly roles: readonly Role[]; readonly scope: Scope };
type SetRule = Rule & { readonly of: (access: Access, set: SetRef) => boolean };

const everyone: readonly Role[] = ["manager", "reviewer", "annotator", "viewer"];
const annotators: readonly Role[] = ["manager", "annotator"];
const reviewers: readonly Role[] = ["manager", "reviewer"];

/** What a role may do in a project: an allow-list, the only one there is. */
const PROJECT_RULES = {
  "project.read": { roles: everyone, scope: "read" },
  "project.manage": { roles: ["manager"], scope: "manage" },
  "member.read": { roles: reviewers, scope: "read" },
  "member.manage": { roles: ["manager"], scope: "manage" },
  "schema.write": { roles: ["manager"], scope: "manage" },
  "guideline.write": { roles: ["manager"], scope: "manage" },
  "document.read": { roles: everyone, scope: "read" },
  "document.write": { roles: ["manager"], scope: "manage" },
  "annotatorSet.open": { roles: annotators, scope: "annotate" },
  "sharedSet.open": { roles: ["manager", "reviewer", "annotator"], scope: "annotate" },
  "goldSet.open": { roles: reviewers, scope: "annotate" },
  "review.read": { roles: reviewers, scope: "read" },
  "review.decide": { roles: reviewers, scope: "annotate" },
  "importedSet.write": { roles: ["manager"], scope: "manage" },
  "agreement.read": { roles: reviewers, scope: "read" },
  "project.export": { roles: everyone, scope: "read" },
  "project.archive": { roles: ["manager"], scope: "manage" },
} as const satisfies Record<string, Rule>;

/** What a role may do with one annotation set. Another's set is not seen by annotators, whatever its state. */
const SET_RULES = {
  "set.read": { roles: everyone, scope: "read", of: maySee },
  "set.edit": { roles: ["manager", "reviewer", "annotator"], scope: "annotate", of: mayEdit },
  "set.review": { roles: reviewers, scope: "annotate", of: () => true },
  "set.discuss": { roles: ["manager", "reviewer", "annotator"], scope: "annotate", of: maySee },
  "set.contest": { roles: annotators, scope: "annotate", of: isOwn },
} as const satisfies Record<string, SetRule>;

export type ProjectAction = keyof typeof PROJECT_RULES;
export type SetAction = keyof typeof SET_RULES;

declare const granted: unique symbol;
/** Proof that `authorize` allowed action `A`; writing repositories take nothing less. It names its subject. */
export interface Permit<A extends ProjectAction | SetAction> {
  readonly [granted]: A;
  readonly projectId: ProjectId;
  readonly actorId: UserId | null;
}
export interface SetPermit<A extends SetAction> extends Permit<A> {
  readonly setId: SetId;
}

export function can(access: Access, action: ProjectAction): boolean {
  return holds(access, PROJECT_RULES[action]);
}

export function canWithSet(access: Access, action: SetAction, set: SetRef): boolean {
  const rule: SetRule = SET_RULES[action];
  return holds(access, rule) && rule.of(access, set);
}

/**
 * The one place that grants.
 * @throws AppError `not_found` to whoever is no member (the project does not exist for them), else `forbidden`.
 */
export function authorize<A extends ProjectAction>(access: Access, action: A): Permit<A> {
  if (!isMember(access)) throw new AppError("not_found");
  if (!can(access, action)) throw new AppError("forbidden");
  return { projectId: access.projectId, actorId: access.actor.userId } as Permit<A>;
}

/** As `authorize`, for one set; a set that the actor may not see does not exist for them. */
export function authorizeSet<A extends SetAction>(access: Access, action: A, set: SetRef): SetPermit<A> {
  if (!isMember(access) || !canWithSet(access, "set.read", set)) throw new AppError("not_found");
  if (!canWithSet(access, action, set)) throw new AppError("forbidden");
  return { projectId: access.projectId, actorId: access.actor.userId, setId: set.id } as SetPermit<A>;
}

/** Whether the actor may create projects and tokens: everybody with an account, unless a token narrows them down. */
export function isUnlimited(actor: Actor): boolean {
  return actor.limits === null || (actor.limits.projectId === null && actor.limits.scopes.length === 0);
}

function isMember({ actor, projectId, role }: Access): boolean {
  return role !== null && (actor.limits?.projectId ?? projectId) === projectId;
}

function holds(access: Access, rule: Rule): boolean {
  const { role, actor } = access;
  const scopes = actor.limits?.scopes ?? [];
  return (
    isMember(access) &&
    role !== null &&
    rule.roles.includes(role) &&
    (scopes.length === 0 || scopes.includes(rule.scope))
  );
}

function isOwn({ actor }: Access, { kind, annotatorId }: SetRef): boolean {
  return kind === "annotator" && annotatorId !== null && annotatorId === actor.userId;
}

function maySee({ actor, role }: Access, set: SetRef): boolean {
  switch (set.kind) {
    case "annotator":
      return set.annotatorId === actor.userId || role === "manager" || role === "reviewer";
    case "shared":
      return true;
    case "gold":
      return set.state === "accepted" || role === "manager" || role === "reviewer";
    case "imported":
    case "suggested":
      return role === "manager" || role === "reviewer";
  }
}

function mayEdit({ actor, role }: Access, set: SetRef): boolean {
  switch (set.kind) {
    case "annotator":
      return set.annotatorId === actor.userId && role !== "reviewer";
    case "shared":
      return true;
    case "gold":
      return role === "manager" || role === "reviewer";
    case "imported":
    case "suggested":
      return false;
  }
}
