import { readFile } from "node:fs/promises";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { contextOf, newId } from "@/lib/testing/world";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
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

test("an import is taken back as it came: what it made goes to the trash, and returns", async ({
  app,
  context,
  page,
}) => {
  const projectId = await app.world.project();
  await app.world.document(projectId, "Was here before.", "old");
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents/import`);
  const count = (deleted: boolean) =>
    app.db.prisma.document.count({ where: { projectId, deletedAt: deleted ? { not: null } : null } });
  await page.locator("input[type=file]").setInputFiles({
    name: "three.jsonl",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(
      '{"external_id":"old","text":"Was here before."}\n{"text":"One"}\n{"text":"Two"}\n{"text":"Three"}\n',
    ),
  });
  const report = page.getByRole("region", { name: "three.jsonl" });
  await report.getByRole("button", { name: "Undo: move these 3 documents to the trash" }).click();
  await expect(report.getByText("3 documents moved to the trash.")).toBeVisible();
  expect([await count(false), await count(true)]).toEqual([1, 3]);
  await expectPresentable(page);

  const toast = page.getByRole("alertdialog").filter({ hasText: "3 documents moved to the trash" });
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 documents restored")).toBeVisible();
  expect([await count(false), await count(true)]).toEqual([4, 0]);
  await report.getByRole("button", { name: /^Undo: move/ }).click();
  await report.getByRole("button", { name: "Restore them" }).click();
  await expect(report.getByRole("button", { name: /^Undo: move/ })).toBeVisible();
  expect([await count(false), await count(true)]).toEqual([4, 0]);
});

test("a file that is none is refused once, with what to do", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents/import`);
  const files = [
    ["empty.jsonl", Buffer.from(""), "There is nothing in the file."],
    ["word.txt", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "This is no text file."],
  ] as const;
  for (const [name, buffer, words] of files) {
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer });
    await expect(page.getByRole("region", { name }).getByRole("alert")).toContainText(words);
  }
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

test("an export for another tool counts what the format cannot hold, lists it, and is the file it says", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const { world } = app;
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager");
  const documentId = await world.document(projectId, BICYCLE, "afp-77");
  const ctx = contextOf(app.db, manager);
  const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
  const [actor, claim, inner] = [newId<"annotation">(), newId<"annotation">(), newId<"annotation">()];
  await applyOperations(ctx, {
    projectId,
    setId: set.id,
    operations: [
      op.create(actor, "actor", 0, 10),
      op.create(claim, "claim", 13, 28),
      op.create(inner, "stance", 13, 18),
      op.link(newId<"relation">(), "made_by", claim, actor),
    ].map((operation) => ({ ...operation, id: newId<"operation">() })),
  });
  await app.signIn(context, manager);
  await page.goto(`/projects/${projectId}/export`);

  await page.getByRole("radio", { name: /^For another tool/ }).check({ force: true });
  await page.getByRole("button", { name: "Format" }).click();
  await page.getByRole("option", { name: "CoNLL, IOB2" }).click();
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(page).toHaveURL(/\?format=conll$/);
  await page.getByRole("radio", { name: "One for all" }).check({ force: true });
  await expect(page).toHaveURL(/\?format=conll&columns=one$/);
  await page.getByRole("button", { name: "Count what would be lost" }).click();
  await expect(page.getByText("1 relation left out")).toBeVisible();
  await expect(page.getByText("1 overlapping span left out")).toBeVisible();
  await expect(page.getByRole("table", { name: "What would be lost" })).toContainText("made_by");
  await expectPresentable(page);

  const list = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the list" }).click();
  const rows = (await readFile(await (await list).path(), "utf8")).split("\r\n");
  expect(rows[0]).toBe("document,external_id,annotator,annotation,kind,reason");
  expect(rows.join("\n")).toContain("afp-77");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.split("\n").slice(0, 4)).toEqual([
    "-DOCSTART- -X- -X- O",
    "",
    "Mayor -X- _ B-actor",
    "Ruiz -X- _ I-actor",
  ]);

  await page.getByRole("button", { name: "Format" }).click();
  await page.getByRole("option", { name: "brat" }).click();
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(page).toHaveURL(/\?format=brat&columns=one$/);
  const zip = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  expect((await zip).suggestedFilename()).toBe("triptych-brat.zip");
});
