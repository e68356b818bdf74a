/** Where one lands who did not say where they were going. */
export const START = "/projects";

const MAX_LENGTH = 2000;

/**
 * A path of our own to go to after sign-in; `START` for everything that leads elsewhere or nowhere. Browsers take `\`
 * for `/` and skip tabs and line breaks, so what counts is where the URL parser ends up.
 * @param own the address of this installation
 */
export function landingPath(given: unknown, own: URL): string {
  if (typeof given !== "string" || given.length > MAX_LENGTH || !URL.canParse(given, own)) return START;
  const { origin, pathname, search, hash } = new URL(given, own);
  // `//elsewhere` behind our own origin would be another origin again once the origin is cut off.
  if (origin !== own.origin || pathname.startsWith("//")) return START;
  const path = `${pathname}${search}${hash}`;
  return path === "/" ? START : path;
}
