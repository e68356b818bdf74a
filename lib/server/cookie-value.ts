/** The value of one cookie in a Cookie header; null where it is missing. The first of several counts, as in browsers. */
export function cookieValue(header: string | null, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const equals = pair.indexOf("=");
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
}

/** Every cookie of a Cookie header, decoded where it can be. */
export function allCookies(header: string | null): Readonly<Record<string, string>> {
  const pairs = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes("="));
  // The first of several counts: it comes last here.
  return Object.fromEntries(
    pairs.reverse().map((pair) => {
      const equals = pair.indexOf("=");
      return [pair.slice(0, equals), decoded(pair.slice(equals + 1))];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
