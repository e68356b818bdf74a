/**
 * Reads custom properties out of the token files as written: the dark ones are those inside `@variant dark`, and
 * a name that the dark theme does not set keeps its light value. Throws RangeError for a name that neither sets.
 */
export function readTokens(css: readonly string[], theme: "light" | "dark"): (name: string) => string {
  const values = new Map<string, string>();
  for (const source of css) {
    const [light = "", dark = ""] = source.split("@variant dark");
    collect(light, values);
    if (theme === "dark") collect(dark, values);
  }
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`No token --${name} in the ${theme} theme`);
    return value;
  };
}

function collect(source: string, into: Map<string, string>): void {
  for (const [, name, value] of source.matchAll(/--([\w-]+):\s*([^;]+);/g))
    if (name !== undefined && value !== undefined && !value.startsWith("var(")) into.set(name, value.trim());
}
