import { Gate } from "./gate";

const gate = new Gate({ inAll: 4, perPerson: 2 });

/** Takes a place when reading begins, and gives it back when it ends, however it ends. */
export async function* oneOfFewExports<T>(
  values: AsyncGenerator<T>,
  person: string | null,
): AsyncGenerator<T> {
  const leave = gate.enter(person);
  try {
    yield* values;
  } finally {
    leave();
  }
}
