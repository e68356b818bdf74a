/**
 * The element at `index`: for arrays and typed arrays whose bounds the caller knows.
 * @throws RangeError where there is none.
 */
export function at<T>(array: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no element ${index} among ${array.length}`);
  return value;
}
