import { z } from "zod";
import { DocumentFilter, NewDocument } from "@/lib/contracts/document";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { createDocument } from "@/lib/usecases/documents/create-document";
import { listDocuments } from "@/lib/usecases/documents/list-documents";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: DocumentFilter }, (ctx, input) =>
  listDocuments(ctx, { ...input.params, ...input.query }),
);

export const POST = route({ params, body: NewDocument }, async (ctx, input) => {
  const document = await createDocument(ctx, { ...input.params, ...input.body });
  const location = `/api/v1/projects/${input.params.projectId}/documents/${document.id}`;
  return reply(document, { status: 201, headers: { location } });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
