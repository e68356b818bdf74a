import type { GroupId, OperationId } from "../ids";

/** An accepted operation of one author, as far as undo is concerned, in the order it was made. */
export interface OwnOperation {
  readonly id: OperationId;
  readonly group: GroupId | null;
  /** The operation that it took back, if it is an undo. */
  readonly undoes: OperationId | null;
}

/** What was done in one act: its operations, in order. */
export type Act = readonly OperationId[];

/** What can be taken back and what can be done again, the newest last. */
export interface UndoHistory {
  readonly undo: readonly Act[];
  readonly redo: readonly Act[];
}

/**
 * Reads both stacks off an author's own operations, so that they outlive the page. Operations that follow each other
 * with one group are one act; one without a group is an act of its own. The act that takes back another replaces it
 * on the opposite stack; any new act empties the redo stack.
 */
export function undoHistory(operations: readonly OwnOperation[]): UndoHistory {
  const undo: Act[] = [];
  const redo: Act[] = [];
  for (const act of acts(operations)) {
    const ids = act.map(({ id }) => id);
    const targets = new Set(act.flatMap(({ undoes }) => undoes ?? []));
    if (targets.size === 0) {
      undo.push(ids);
      redo.length = 0;
    } else if (removeTargeted(redo, targets)) {
      undo.push(ids);
    } else {
      removeTargeted(undo, targets);
      redo.push(ids);
    }
  }
  return { undo, redo };
}

function acts(operations: readonly OwnOperation[]): readonly (readonly OwnOperation[])[] {
  const found: OwnOperation[][] = [];
  let group: GroupId | null = null;
  for (const operation of operations) {
    const current = found.at(-1);
    if (current !== undefined && operation.group !== null && operation.group === group)
      current.push(operation);
    else found.push([operation]);
    group = operation.group;
  }
  return found;
}

/** Removes the newest act of which `targets` holds an operation; whether there was one. */
function removeTargeted(stack: Act[], targets: ReadonlySet<OperationId>): boolean {
  const index = stack.findLastIndex((act) => act.some((id) => targets.has(id)));
  if (index === -1) return false;
  stack.splice(index, 1);
  return true;
}
