import { chromium, type Browser } from "@playwright/test";
import { browserOptions } from "@/.config/browser";
import type { Operation } from "@/lib/core/annotation/operation";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import { connect, type Database } from "@/lib/db/client";
import { sessionCookieName, signSession } from "@/lib/server/session-token";
import { op } from "@/lib/testing/annotation-builders";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { SECRET, startApp } from "../fixtures/app-server";
import { percentile, type Figure } from "./figure";

const SETS = 5;
const SPANS = 500;
const ROUNDS = 9;

/**
 * Opening the review of a document with five sets of 500 spans each, against the annotate screen with one such set in the
 * same browser: until the text is there, and until annotations are painted on it.
 */
export async function benchReview(): Promise<readonly Figure[]> {
  const app = await startApp();
  const db = connect(app.databaseUrl, { maxConnections: 3 });
  const browser = await chromium.launch(browserOptions());
  try {
    const scene = await aScene(db);
    const here = `/projects/${scene.projectId}`;
    const open = (userId: UserId, path: string) => opened(browser, app.url, userId, path);
    const annotate = `${here}/documents/${scene.documentId}/annotate`;
    const review = `${here}/review/${scene.documentId}`;
    // One of each beforehand: the server then has compiled and loaded what it needs.
    await open(scene.annotator, annotate);
    await open(scene.reviewer, review);
    const baseline: Opening[] = [];
    const ours: Opening[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      baseline.push(await open(scene.annotator, annotate));
      ours.push(await open(scene.reviewer, review));
    }
    const figure = (what: string, of: (opening: Opening) => number): Figure => ({
      what,
      ours: percentile(ours.map(of), 0.5),
      baseline: percentile(baseline.map(of), 0.5),
      unit: "ms",
      aim: "at most 2×",
    });
    return [
      figure(`review of ${SETS} sets × ${SPANS} spans: first paint`, ({ firstPaint }) => firstPaint),
      figure(`review of ${SETS} sets × ${SPANS} spans: annotations painted`, ({ marked }) => marked),
    ];
  } finally {
    await browser.close();
    await db.close();
    await app.stop();
  }
}

interface Opening {
  readonly firstPaint: number;
  readonly marked: number;
}

/** Opens a page in a browser that has been there before, as somebody who works all day has. */
async function opened(browser: Browser, url: string, userId: UserId, path: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const value = await signSession({ userId, version: 1, sessionId: newId() }, SECRET);
    await context.addCookies([
      { name: sessionCookieName(new URL(url)), value, url, httpOnly: true, sameSite: "Lax" },
    ]);
    const page = await context.newPage();
    await page.goto(url + path);
    await page.reload();
    const marked = await page.waitForFunction(
      () => ([...CSS.highlights.values()].some(({ size }) => size > 0) ? performance.now() : false),
      undefined,
      { polling: "raf" },
    );
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    );
    return { firstPaint, marked: Number(await marked.jsonValue()) };
  } finally {
    await context.close();
  }
}

/** An article of 20,000 words on which five people have marked about the same 500 names, each a little otherwise. */
async function aScene(db: Database) {
  const world = worldOf(db);
  const projectId: ProjectId = await world.project();
  const text = Array.from({ length: SPANS }, (_, place) => `${sentence(place)}\n`).join("");
  const documentId: DocumentId = await world.document(projectId, text);
  const reviewer = await world.member(projectId, "reviewer");
  const annotators: UserId[] = [];
  for (let place = 0; place < SETS; place += 1) {
    const annotator = await world.member(projectId, "annotator");
    annotators.push(annotator);
    await annotate(db, { projectId, documentId }, annotator, place);
  }
  const [annotator] = annotators;
  if (annotator === undefined) throw new RangeError("nobody annotates");
  return { projectId, documentId, reviewer, annotator };
}

const sentence = (place: number): string =>
  `Minister Number ${place} of the northern province said on that day that the government would never again agree to what had been proposed by the opposition in the long debate about the bridge over the river, the harbour and the roads.`;

async function annotate(
  db: Database,
  { projectId, documentId }: { readonly projectId: ProjectId; readonly documentId: DocumentId },
  userId: UserId,
  who: number,
): Promise<void> {
  const ctx = contextOf(db, userId);
  const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
  let start = 0;
  const operations: Operation[] = [];
  for (let place = 0; place < SPANS; place += 1) {
    // Every fifth name is marked without its title by one of them.
    const from = start + (place % SETS === who ? "Minister ".length : 0);
    const end = start + `Minister Number ${place}`.length;
    operations.push(op.create(newId(), "actor", from, end, { actor_type: "person" }));
    start += DocumentText.of(sentence(place)).length + 1;
  }
  operations.push(op.transition("set.submit", set.id));
  await applyOperations(ctx, {
    projectId,
    setId: set.id,
    operations: operations.map((operation): Operation => ({ ...operation, id: newId() })),
  });
}
