import type { Operation } from "@/lib/core/annotation/operation";
import type { GroupId } from "@/lib/core/ids";
import type { Environment } from "./environment";

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What a person wants done: an operation before it has an id. */
export type Intent = Without<Operation, "id" | "group">;

/** The operations of one act; they share a group, so that one undo takes back all of them. */
export function operationsOf(
  intents: readonly Intent[],
  { newId }: Pick<Environment, "newId">,
): readonly Operation[] {
  const group: GroupId = newId();
  return intents.map((intent) => ({ ...intent, id: newId<"operation">(), group }));
}

/** What was wanted, without the id it was refused under. */
export function intentOf(operation: Operation): Intent {
  const fields = Object.entries(operation).filter(([key]) => key !== "id" && key !== "group");
  return Object.fromEntries(fields) as unknown as Intent;
}
