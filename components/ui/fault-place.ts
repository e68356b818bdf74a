/**
 * Where a form shows a fault that the server found at `path` (`labels[2].values[1]`), as react-hook-form names it:
 * the field itself, or the nearest above it that `values` hold. Null where only the form as a whole does.
 */
export function faultPlace(values: object, path: string): string | null {
  let found: string | null = null;
  let here: unknown = values;
  for (const step of path.split(/[.[\]]+/).filter((one) => one !== "")) {
    here =
      typeof here === "object" && here !== null && Object.hasOwn(here, step)
        ? here[step as keyof typeof here]
        : undefined;
    if (here === undefined) break;
    found = found === null ? step : `${found}.${step}`;
  }
  return found;
}
