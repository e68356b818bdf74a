import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readReview } from "@/lib/usecases/review/read-review";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const GET = route({ params }, (ctx, input) => readReview(ctx, input.params));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
