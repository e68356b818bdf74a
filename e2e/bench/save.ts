export function benchSave(): Promise<readonly never[]> { return Promise.resolve([]); }
