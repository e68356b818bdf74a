import { randomOf } from "@/lib/core/agreement/random";
import type { Operation, OperationKind } from "@/lib/core/annotation/operation";
import { at } from "@/lib/core/at";
import { demoArticle, type DemoArticle } from "@/lib/core/demo/demo-article";
import { DEMO_HABITS } from "@/lib/core/demo/habits";
import { plausibleWork } from "@/lib/core/demo/plausible-work";
import { workOperations } from "@/lib/core/demo/work-operations";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import { insertDocuments } from "@/lib/db/insert-documents";
import { putMember } from "@/lib/db/membership-repository";
import { inTransaction } from "@/lib/db/transaction";
import { firstAdminOf, userByEmail } from "@/lib/db/user-repository";
import { createUser } from "../accounts/create-user";
import { requireAdmin } from "../accounts/require-admin";
import { permit, type Context } from "../context";
import { prepareDocument } from "../documents/prepare-document";
import { createProject } from "../projects/create-project";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";

export interface DemoSize {
  readonly seed: number;
  readonly documents: number;
}

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: "manager" | "reviewer" | "annotator";
  /** Also of the installation: the manager, where nobody was. */
  readonly isAdmin: boolean;
  readonly userId: UserId;
  /** By which they choose a password, once. */
  readonly passwordPath: string;
}

export interface Demo {
  readonly projectId: ProjectId;
  readonly people: readonly DemoPerson[];
  readonly documentIds: readonly DocumentId[];
}

const MANAGER = { name: "Mara Manager", email: "mara.demo@example.org" };
const REVIEWER = { name: "Rosa Reviewer", email: "rosa.demo@example.org" };
const ANNOTATORS = [
  { name: "Ada Careful", email: "ada.demo@example.org" },
  { name: "Bo Generous", email: "bo.demo@example.org" },
  { name: "Cy Evaluating", email: "cy.demo@example.org" },
  { name: "Di Tired", email: "di.demo@example.org" },
  { name: "Eli Terse", email: "eli.demo@example.org" },
];
const DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Of the documents, in their order: so many are submitted, and after them so many begun. */
const SUBMITTED = 0.8;
const BEGUN = 0.9;
const ALL_READ_EVERY = 10;
const RETURNED_EVERY = 23;

/**
 * Makes a project in the middle of its life: a team that disagrees as teams do, two readings of most documents and five
 * of every tenth, work that is done, under way and still to do. Where nobody administers the installation yet, its
 * manager does, since the link of the set-up works only while nobody is there.
 * @param told hears how many documents have been worked on.
 * @throws AppError `already_exists` where the demo's people are there already.
 */
export async function makeDemo(
  ctx: Context,
  { seed, documents }: DemoSize,
  told: (done: number) => void = () => undefined,
): Promise<Demo> {
  requireAdmin(ctx);
  if ((await userByEmail(ctx.db.prisma, REVIEWER.email)) !== null) {
    throw new AppError("already_exists", { detail: "The demo has been made already: its people are there." });
  }
  const { id: projectId } = await createProject(ctx, {
    name: "Demo: the town argues",
    preset: "claim-actor-stance",
    mode: "independent",
  });
  const admin = await firstAdminOf(ctx.db.prisma);
  if (admin !== null)
    await putMember(ctx.db.prisma, { projectId, userId: admin, role: "manager", createdAt: ctx.now() });
  const manager = await admit(ctx, projectId, "manager", { ...MANAGER, isAdmin: admin === null });
  const reviewer = await admit(ctx, projectId, "reviewer", REVIEWER);
  const annotators: DemoPerson[] = [];
  for (const person of ANNOTATORS) annotators.push(await admit(ctx, projectId, "annotator", person));
  const articles = Array.from({ length: documents }, (_, n) => demoArticle(seed, n));
  const documentIds = await bringIn(ctx, projectId, articles);
  const beginning = ctx.now().getTime() - DAYS * DAY_MS;
  for (const [n, article] of articles.entries()) {
    if (n < documents * BEGUN) {
      for (const who of readersOf(n)) {
        const documentId = at(documentIds, n);
        const moment = new Date(beginning + ((n + who / 10) * DAYS * DAY_MS) / documents);
        const work = plausibleWork(
          article,
          at(DEMO_HABITS, who),
          randomOf(seed, `annotator ${who} article ${n}`),
        );
        await annotate(as(ctx, at(annotators, who), moment), {
          projectId,
          documentId,
          operations: workOperations(work, ctx.newId),
          isSubmitted: n < documents * SUBMITTED,
          returnedBy: n % RETURNED_EVERY === 1 ? as(ctx, reviewer, moment) : null,
        });
      }
    }
    told(n + 1);
  }
  return { projectId, people: [manager, reviewer, ...annotators], documentIds };
}

/** Who reads the `n`th document, by their places: two whose pairing changes, or everybody. */
function readersOf(n: number): readonly number[] {
  const everybody = ANNOTATORS.map((_, who) => who);
  if (n % ALL_READ_EVERY === 0) return everybody;
  const first = n % everybody.length;
  const step = 1 + (Math.floor(n / everybody.length) % (everybody.length - 1));
  return [first, (first + step) % everybody.length];
}

async function admit(
  ctx: Context,
  projectId: ProjectId,
  role: DemoPerson["role"],
  {
    name,
    email,
    isAdmin = false,
  }: { readonly name: string; readonly email: string; readonly isAdmin?: boolean },
): Promise<DemoPerson> {
  const membership = { projectId, role };
  const made = await createUser(ctx, { email, name, isAdmin, password: null, membership });
  if (made.passwordPath === null) throw new RangeError(`${email} has no link`);
  return { name, email, role, isAdmin, userId: made.userId, passwordPath: made.passwordPath };
}

async function bringIn(
  ctx: Context,
  projectId: ProjectId,
  articles: readonly DemoArticle[],
): Promise<readonly DocumentId[]> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const allowed = await permit(ctx, projectId, "document.write", tx);
      const rows = articles.map(({ text, title, source, publishedAt }, n) =>
        prepareDocument(
          {
            externalId: `demo-${(n + 1).toString().padStart(4, "0")}`,
            text,
            meta: { title, source, publishedAt, language: "en", extra: {} },
          },
          { id: ctx.newId<"document">(), createdBy: null, at: ctx.now() },
        ),
      );
      await insertDocuments(tx, allowed, rows);
      return rows.map(({ id }) => id);
    },
    { timeoutMs: 60_000 },
  );
}

function as(ctx: Context, { userId }: DemoPerson, moment: Date): Context {
  return { ...ctx, actor: { userId, isAdmin: false, limits: null }, now: () => moment };
}

interface DoneWork {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly operations: readonly Operation[];
  readonly isSubmitted: boolean;
  readonly returnedBy: Context | null;
}

async function annotate(
  ctx: Context,
  { projectId, documentId, operations, isSubmitted, returnedBy }: DoneWork,
): Promise<void> {
  const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
  const send = (by: Context, sent: readonly Operation[]) =>
    sent.length === 0
      ? Promise.resolve()
      : applyOperations(by, { projectId, setId: set.id, operations: sent }).then(refuseRefusals);
  await send(ctx, isSubmitted ? [...operations, move(ctx, "set.submit", set.id)] : operations);
  if (isSubmitted && returnedBy !== null) await send(returnedBy, [move(ctx, "set.return", set.id)]);
}

function move(
  ctx: Context,
  kind: Extract<OperationKind, "set.submit" | "set.return">,
  target: SetId,
): Operation {
  return { id: ctx.newId(), kind, target, body: {} };
}

function refuseRefusals({ results }: Awaited<ReturnType<typeof applyOperations>>): void {
  const refused = results.find(({ status }) => status === "rejected");
  if (refused !== undefined) throw new RangeError(`the demo breaks a rule: ${JSON.stringify(refused)}`);
}
