import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import type { ProjectId, SetId, UserId } from "../ids";
import { OPERATOR, ROLES, type Access, type Actor, type Role } from "./actor";
import { authorize, authorizeSet, can, canWithSet, isUnlimited, type SetRef } from "./rules";

const project = "p" as ProjectId;
const me = "me" as UserId;
const somebody = "somebody" as UserId;
const person = (limits: Actor["limits"] = null): Actor => ({ userId: me, isAdmin: false, limits });
const as = (role: Role | null, actor: Actor = person()): Access => ({ actor, projectId: project, role });
const set = (over: Partial<SetRef>): SetRef => ({
  id: "s" as SetId,
  kind: "annotator",
  annotatorId: me,
  state: "in_progress",
  ...over,
});
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return "granted";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe("projects", () => {
  it("do not exist for people who are not members, administrators included", () => {
    expect(codeOf(() => authorize(as(null), "project.read"))).toBe("not_found");
    expect(codeOf(() => authorize(as(null, { ...person(), isAdmin: true }), "project.read"))).toBe(
      "not_found",
    );
  });

  it.each([
    ["document.write", ["manager"]],
    ["schema.write", ["manager"]],
    ["annotatorSet.open", ["manager", "annotator"]],
    ["goldSet.open", ["manager", "reviewer"]],
    ["agreement.read", ["manager", "reviewer"]],
    ["member.read", ["manager", "reviewer"]],
    ["member.manage", ["manager"]],
    ["project.export", ["manager", "reviewer", "annotator", "viewer"]],
  ] as const)("allow %s to %s", (action, allowed) => {
    expect(ROLES.filter((role) => can(as(role), action))).toEqual(allowed);
  });

  it("answer forbidden to members without the right", () => {
    expect(codeOf(() => authorize(as("viewer"), "document.write"))).toBe("forbidden");
  });

  it("are the operator's at the machine itself", () => {
    expect(codeOf(() => authorize(as("manager", OPERATOR), "project.manage"))).toBe("granted");
  });
});

describe("tokens", () => {
  it("never reach another project", () => {
    const token = person({ projectId: "other" as ProjectId, scopes: [] });
    expect(codeOf(() => authorize(as("manager", token), "project.read"))).toBe("not_found");
  });

  it("allow no more than their scopes, and no more than their user", () => {
    const reading = person({ projectId: null, scopes: ["read"] });
    expect(can(as("manager", reading), "project.export")).toBe(true);
    expect(can(as("manager", reading), "document.write")).toBe(false);
    expect(can(as("viewer", person({ projectId: null, scopes: ["manage"] })), "document.write")).toBe(false);
  });

  it("with limits cannot act for the whole account", () => {
    expect(isUnlimited(person())).toBe(true);
    expect(isUnlimited(person({ projectId: null, scopes: ["read"] }))).toBe(false);
    expect(isUnlimited(person({ projectId: project, scopes: [] }))).toBe(false);
  });
});

describe("annotation sets", () => {
  it("of another annotator do not exist for an annotator, whatever their state", () => {
    for (const state of ["new", "in_progress", "submitted", "returned", "accepted"] as const) {
      expect(
        codeOf(() => authorizeSet(as("annotator"), "set.read", set({ annotatorId: somebody, state }))),
      ).toBe("not_found");
    }
  });

  it("of another annotator are read, not edited, by reviewer and manager", () => {
    for (const role of ["reviewer", "manager"] as const) {
      expect(codeOf(() => authorizeSet(as(role), "set.read", set({ annotatorId: somebody })))).toBe(
        "granted",
      );
      expect(codeOf(() => authorizeSet(as(role), "set.edit", set({ annotatorId: somebody })))).toBe(
        "forbidden",
      );
    }
  });

  it("are edited by their annotator and, when shared, by all who annotate", () => {
    expect(canWithSet(as("annotator"), "set.edit", set({}))).toBe(true);
    expect(
      ROLES.filter((role) => canWithSet(as(role), "set.edit", set({ kind: "shared", annotatorId: null }))),
    ).toEqual(["manager", "reviewer", "annotator"]);
  });

  it("of gold are shown to annotators and viewers once accepted", () => {
    const gold = (state: SetRef["state"]) => set({ kind: "gold", annotatorId: null, state });
    expect(canWithSet(as("annotator"), "set.read", gold("in_progress"))).toBe(false);
    expect(canWithSet(as("viewer"), "set.read", gold("accepted"))).toBe(true);
  });

  it("are returned and accepted by reviewers only", () => {
    expect(ROLES.filter((role) => canWithSet(as(role), "set.review", set({})))).toEqual([
      "manager",
      "reviewer",
    ]);
  });
});
