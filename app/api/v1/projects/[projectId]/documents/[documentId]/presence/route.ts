import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { BePresent } from "@/lib/contracts/live";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { bePresent } from "@/lib/usecases/live/be-present";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const POST = route({ params, body: BePresent }, (ctx, input) =>
  bePresent(ctx, { ...input.params, ...input.body }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
