import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { acceptDocument } from "@/lib/usecases/review/accept-document";
import { reopenDocument } from "@/lib/usecases/review/reopen-document";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });
const body = z.strictObject({});

export const POST = route({ params, body }, (ctx, input) => acceptDocument(ctx, input.params));

export const DELETE = route({ params }, (ctx, input) => reopenDocument(ctx, input.params));

export const { GET, PUT, PATCH, OPTIONS } = otherMethods({ POST, DELETE });
