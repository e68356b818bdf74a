import { readFile } from "node:fs/promises";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

/** A thousand articles, the 501st of them broken. */
function thousandLines(): Buffer {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    index === 500
      ? '{"text":"broken'
      : JSON.stringify({
          external_id: `a-${index}`,
          text: `Article ${index} 🚲\r\nIts text.`,
          source: "AFP",
        }),
  );
  return Buffer.from(`${lines.join("\n")}\n`);
}

test("of a thousand lines with one broken, 999 arrive and the report names the line", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents`);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expectPresentable(page);
  const file = { name: "articles.jsonl", mimeType: "application/x-ndjson", buffer: thousandLines() };
  await page.locator("input[type=file]").setInputFiles(file);

  const report = page.getByRole("region", { name: "articles.jsonl" });
  await expect(report.getByText("1 line could not be taken. The others are in.")).toBeVisible();
  await expect(report.getByText("999 created · 0 updated · 0 skipped · 1 failed")).toBeVisible();
  const errors = report.getByRole("table", { name: "Lines that were not taken" });
  await expect(errors.getByRole("row")).toHaveCount(2);
  await expect(errors.getByRole("row").last()).toContainText("501");
  await expect(errors.getByRole("row").last()).toContainText("malformed_json");
  await expectPresentable(page);

  const download = page.waitForEvent("download");
  await report.getByRole("button", { name: "Download the report" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.split("\r\n")[1]).toMatch(/^501,\d+,malformed_json,/);

  await page.locator("input[type=file]").setInputFiles({ ...file, name: "again.jsonl" });
  await expect(
    page
      .getByRole("region", { name: "again.jsonl" })
      .getByText("0 created · 0 updated · 999 skipped · 1 failed"),
  ).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Documents" }).click();
  await expect(page.getByText("999 in all")).toBeVisible();
});

test("all or nothing means nothing when a line is broken", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents/import`);
  await page.getByRole("checkbox", { name: "All or nothing" }).check({ force: true });
  await page.locator("input[type=file]").setInputFiles({
    name: "strict.jsonl",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from('{"text":"good"}\n{"text":""}\n'),
  });
  await expect(page.getByText("Nothing was imported: 1 line could not be taken.")).toBeVisible();
  expect(await app.db.prisma.document.count({ where: { projectId } })).toBe(0);
});

test("text files become one document each, under their names", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents/import`);
  await page.locator("input[type=file]").setInputFiles(
    ["one", "two"].map((name) => ({
      name: `${name}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`${name}\r\n🚲`),
    })),
  );
  await expect(page.getByText("Everything is in.")).toHaveCount(2);
  const documents = await app.db.prisma.document.findMany({
    where: { projectId },
    orderBy: { externalId: "asc" },
  });
  expect(documents.map(({ externalId, text }) => [externalId, text])).toEqual([
    ["one.txt", "one\r\n🚲"],
    ["two.txt", "two\r\n🚲"],
  ]);
});

test("a file is cancelled on its way", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.route("**/imports?*", () => undefined);
  await page.goto(`/projects/${projectId}/documents/import`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "slow.jsonl", mimeType: "application/x-ndjson", buffer: thousandLines() });
  await page.getByRole("button", { name: "Cancel slow.jsonl" }).click();
  await expect(page.getByRole("region", { name: "slow.jsonl" }).getByText(/^Cancelled\./)).toBeVisible();
});

test("an export says what is in it, by link, by curl and by command, and holds what it says", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, "Mayor Ruiz 🚲 backs a car ban.\r\n", "afp-77");
  await app.signIn(context, await world.member(projectId, "annotator"));
  await page.goto(`/projects/${projectId}/documents`);
  await page.getByRole("link", { name: "Export" }).click();
  await expectPresentable(page);

  await page
    .getByRole("checkbox", { name: "Also documents that nobody has annotated" })
    .check({ force: true });
  await page.getByRole("checkbox", { name: "Submitted" }).check({ force: true });
  await expect(page.getByText("only those that are submitted.")).toBeVisible();
  await expect(page).toHaveURL(/\?state=submitted&include=unannotated$/);
  await expect(page.getByRole("textbox", { name: "curl" })).toHaveValue(
    new RegExp(`${projectId}/export\\?state=submitted&include=unannotated"$`),
  );
  await expect(page.getByRole("textbox", { name: "On the server" })).toHaveValue(
    /--state submitted --include unannotated/,
  );

  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Submitted" })).toBeChecked();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    external_id: "afp-77",
    text: "Mayor Ruiz 🚲 backs a car ban.\r\n",
    set: null,
  });

  await page.getByRole("radio", { name: /^Archive/ }).check({ force: true });
  await expect(page.getByText("People are called u1, u2 and so on.")).toBeVisible();
});
