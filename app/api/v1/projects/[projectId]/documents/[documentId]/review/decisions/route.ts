import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { DecisionBatch } from "@/lib/contracts/review";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { decide } from "@/lib/usecases/review/decide";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const POST = route({ params, body: DecisionBatch }, (ctx, input) =>
  decide(ctx, { ...input.params, ...input.body }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
