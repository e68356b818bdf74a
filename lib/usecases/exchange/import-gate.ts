import { Gate } from "./gate";

const gate = new Gate({ inAll: 4, perPerson: 2 });

/** A place among the imports under way, whatever their format. */
export function enterImport(person: string | null): () => void {
  return gate.enter(person);
}
