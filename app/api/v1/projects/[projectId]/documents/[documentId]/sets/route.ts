import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { OpenSet } from "@/lib/contracts/set";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { listSets } from "@/lib/usecases/sets/list-sets";
import { openSet } from "@/lib/usecases/sets/open-set";

const params = z.strictObject({ projectId: ProjectIdSchema, documentId: DocumentIdSchema });

export const GET = route({ params }, (ctx, input) => listSets(ctx, input.params));

export const POST = route({ params, body: OpenSet }, async (ctx, input) => {
  const { set, created } = await openSet(ctx, { ...input.params, kind: input.body.kind });
  return reply(set, { status: created ? 201 : 200 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
