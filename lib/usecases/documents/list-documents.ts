import { z } from "zod";
import { permit, type Context } from "../context";
import { decodeCursor } from "../cursor";
import { pageOf } from "../page-of";
import type { DocumentFilter, DocumentSummary } from "@/lib/contracts/document";
import { DocumentIdSchema } from "@/lib/contracts/ids";
import type { Page } from "@/lib/contracts/page";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { findDocuments } from "@/lib/db/find-documents";
import { findTrashedDocuments } from "@/lib/db/find-trashed-documents";
import { currentMode } from "@/lib/db/project-repository";
import { toDocumentSummary } from "./document-view";

export type ListDocumentsInput = { readonly projectId: ProjectId } & DocumentFilter;

const PlaceInList = z.tuple([DocumentIdSchema]);
const PlaceInTrash = z.tuple([z.string().regex(/^\d{1,16}$/), DocumentIdSchema]);

/**
 * The documents of a project in their order of arrival, or, for managers, what lies in the trash, the last thrown away
 * first. `state` is that of the caller's own set, in shared mode that of the set all share.
 */
export async function listDocuments(ctx: Context, input: ListDocumentsInput): Promise<Page<DocumentSummary>> {
  return input.trash ? listTrash(ctx, input) : listInUse(ctx, input);
}

async function listInUse(
  ctx: Context,
  { projectId, limit, cursor, q, state }: ListDocumentsInput,
): Promise<Page<DocumentSummary>> {
  await permit(ctx, projectId, "document.read");
  const { prisma } = ctx.db;
  const own = { mode: await currentMode(prisma, projectId), userId: ctx.actor.userId };
  const after = cursor === undefined ? null : decodeCursor(cursor, PlaceInList)[0];
  const selection = { projectId, own, typed: typedIn(q), state: state ?? null };
  const found = await findDocuments(prisma, selection, { after, limit: limit + 1 });
  return pageOf(found, limit, { item: toDocumentSummary, place: ({ id }) => [id] });
}

async function listTrash(
  ctx: Context,
  { projectId, limit, cursor, q, state }: ListDocumentsInput,
): Promise<Page<DocumentSummary>> {
  await permit(ctx, projectId, "document.write");
  if (state !== undefined) {
    const message = "Documents in the trash are not listed by state. Leave out one of the two.";
    throw new AppError("invalid", { faults: [{ path: "state", code: "not_in_trash", message }] });
  }
  const [deletedAt, id] = cursor === undefined ? [] : decodeCursor(cursor, PlaceInTrash);
  const after = deletedAt === undefined || id === undefined ? null : { deletedAt, id };
  const found = await findTrashedDocuments(ctx.db.prisma, projectId, typedIn(q), { after, limit: limit + 1 });
  return pageOf(found, limit, { item: toDocumentSummary, place: (row) => [row.deletedAt, row.id] });
}

/** An empty search box is no search. */
function typedIn(q: string | undefined): string | null {
  const typed = q?.trim() ?? "";
  return typed === "" ? null : typed;
}
