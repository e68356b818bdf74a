import { z } from "zod";
import { DecisionIdSchema, DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { undoDecision } from "@/lib/usecases/review/undo-decision";

const params = z.strictObject({
  projectId: ProjectIdSchema,
  documentId: DocumentIdSchema,
  decisionId: DecisionIdSchema,
});

export const DELETE = route({ params }, (ctx, input) => undoDecision(ctx, input.params));

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
