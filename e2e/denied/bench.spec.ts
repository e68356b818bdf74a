import { expect, test } from "../fixtures/test";

test("the page for measuring the article is not there unless the operator asked for it", async ({
  request,
}) => {
  const answer = await request.get("/bench/surface");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain("Surface bench");
});
