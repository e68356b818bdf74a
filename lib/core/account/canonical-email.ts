const MAX_LENGTH = 254;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * The one spelling under which an address is stored and looked up; null for whatever is not exactly one plain address.
 * There must be one `@` as it was typed: programs that take a full-width `＠` for it disagree on whose address it is.
 */
export function canonicalEmail(given: string): string | null {
  if (given.split("@").length !== 2) return null;
  const email = given.normalize("NFKC").trim().toLowerCase();
  const [local, domain, ...rest] = email.split("@");
  if (local === undefined || domain === undefined || rest.length > 0) return null;
  return email.length <= MAX_LENGTH && LOCAL.test(local) && DOMAIN.test(domain) ? email : null;
}
