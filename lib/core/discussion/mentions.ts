import type { UserId } from "../ids";

export interface Mentionable {
  readonly id: UserId;
  readonly name: string;
}

/** Whom a text speaks to: everybody whose whole name stands in it behind an "@". Of two names the longer is meant. */
export function mentionsIn(text: string, people: readonly Mentionable[]): readonly UserId[] {
  const byLength = people.filter(({ name }) => name !== "").toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<UserId>();
  for (let place = text.indexOf("@"); place >= 0; place = text.indexOf("@", place + 1)) {
    const rest = text.slice(place + 1);
    const longest = byLength.find(({ name }) => rest.startsWith(name))?.name;
    for (const { id, name } of byLength) if (name === longest) found.add(id);
  }
  return people.map(({ id }) => id).filter((id) => found.has(id));
}
