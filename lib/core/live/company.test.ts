import { describe, expect, it } from "vitest";
import { ANA, BEN, idOf } from "@/lib/testing/annotation-builders";
import type { SetId, UserId } from "../ids";
import { companyIn, hasCompany } from "./company";

const [SHARED, OTHER] = [idOf<"set">(1), idOf<"set">(2)];
const here = (id: UserId, name: string, set: SetId, at = 0) => ({
  user: { id, name },
  place: { set, at, selected: null },
});

describe("company", () => {
  it("is whoever else is in the same set, by name", () => {
    const people = [here(BEN, "Ben", SHARED), here(ANA, "Ana", SHARED), here(idOf<"user">(3), "Al", SHARED)];
    expect(companyIn(SHARED, people, BEN).map(({ user }) => user.name)).toEqual(["Al", "Ana"]);
  });

  it("is nobody who is in another set, whoever may see it", () => {
    expect(companyIn(SHARED, [here(ANA, "Ana", OTHER)], BEN)).toEqual([]);
  });

  it("is each person once, where they were last", () => {
    const people = [here(ANA, "Ana", SHARED, 3), here(ANA, "Ana", SHARED, 40)];
    expect(companyIn(SHARED, people, BEN).map(({ place }) => place.at)).toEqual([40]);
  });

  it("is had only where several work in one set", () => {
    const kinds = ["annotator", "shared", "gold", "imported", "suggested"] as const;
    expect(kinds.filter(hasCompany)).toEqual(["shared", "gold"]);
  });
});
