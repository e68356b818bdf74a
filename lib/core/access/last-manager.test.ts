import { expect, it } from "vitest";
import type { UserId } from "../ids";
import { ROLES } from "./actor";
import { leavesNoManager } from "./last-manager";

const [ana, ben] = ["ana" as UserId, "ben" as UserId];

it("keeps the last manager, whatever they are to become", () => {
  expect(ROLES.filter((role) => leavesNoManager([ana], ana, role))).toEqual([
    "reviewer",
    "annotator",
    "viewer",
  ]);
  expect(leavesNoManager([ana], ana, null)).toBe(true);
});

it("lets one of two managers go, and everybody else", () => {
  expect(leavesNoManager([ana, ben], ana, null)).toBe(false);
  expect(leavesNoManager([ana], ben, null)).toBe(false);
});
