/** Whether a text holds nothing to read: no character, or white space alone. */
export function isBlank(text: string): boolean {
  return !/[^\s\u0085]/u.test(text);
}
