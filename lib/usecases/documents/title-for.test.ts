import { expect, it } from "vitest";
import { titleFor } from "./title-for";

it.each([
  ["First line\nand more", "afp-77", "First line"],
  [" \n ", " afp-77 ", "afp-77"],
  [" \n ", null, "Untitled"],
])("a document of %j under the external id %j is called %j", (text, externalId, title) => {
  expect(titleFor(text, externalId)).toBe(title);
});
