import type { SetId, UserId } from "../ids";
import type { SetKind } from "../workflow/set-state";
import type { Place } from "./presence";

/**
 * Whether several people are at work in sets of this kind, and so show each other where they are. Everywhere else work
 * is done alone, and where a colleague stops and selects would be a hint.
 */
export function hasCompany(kind: SetKind): boolean {
  switch (kind) {
    case "shared":
    case "gold":
      return true;
    case "annotator":
    case "imported":
    case "suggested":
      return false;
  }
}

interface Here {
  readonly user: { readonly id: UserId; readonly name: string };
  readonly place: Place;
}

/**
 * Who is at work in `set` besides oneself, each person once, by name. Of the pages of one person the one heard of last
 * counts; `people` has it last. Whoever is in another set is not company, also where one may see that set.
 */
export function companyIn<Person extends Here>(
  set: SetId,
  people: readonly Person[],
  self: UserId,
): readonly Person[] {
  const company = new Map<UserId, Person>();
  for (const person of people) {
    if (person.place.set === set && person.user.id !== self) company.set(person.user.id, person);
  }
  return [...company.values()].sort(
    (a, b) => a.user.name.localeCompare(b.user.name) || (a.user.id < b.user.id ? -1 : 1),
  );
}
