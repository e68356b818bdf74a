/** Where `count` callers wait for each other; whoever comes after them is not held up. */
export function meeting(count: number): () => Promise<void> {
  const arrived: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      arrived.push(resolve);
      if (arrived.length >= count) arrived.forEach((go) => go());
    });
}
