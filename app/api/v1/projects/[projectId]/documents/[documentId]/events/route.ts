import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { EventsQuery } from "@/lib/contracts/live";
import { followDocument } from "@/lib/server/live/follow-document";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const GET = route({ params, query: EventsQuery }, (ctx, { params: key, query, request }) =>
  followDocument(ctx, { ...key, after: query.after ?? null }, request),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
