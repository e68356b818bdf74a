type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/**
 * The same props without those that are undefined. react-aria takes an undefined `value` for "controlled", so props
 * that nobody gave must be absent.
 */
export function defined<T extends object>(props: T): Defined<T> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Defined<T>;
}
