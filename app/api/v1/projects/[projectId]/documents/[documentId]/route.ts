import { z } from "zod";
import { DocumentPatch } from "@/lib/contracts/document";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readDocument } from "@/lib/usecases/documents/read-document";
import { trashDocument } from "@/lib/usecases/documents/trash-document";
import { updateDocument } from "@/lib/usecases/documents/update-document";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const GET = route({ params }, (ctx, input) => readDocument(ctx, input.params));

export const PATCH = route({ params, body: DocumentPatch }, (ctx, input) =>
  updateDocument(ctx, { ...input.params, ...input.body }),
);

export const DELETE = route({ params }, (ctx, input) => trashDocument(ctx, input.params));

export const { POST, PUT, OPTIONS } = otherMethods({ GET, PATCH, DELETE });
