import { z } from "zod";
import { ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { LogQuery, OperationBatch } from "@/lib/contracts/operations";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { readLog } from "@/lib/usecases/sets/read-log";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema });

export const GET = route({ params, query: LogQuery }, (ctx, input) =>
  readLog(ctx, { ...input.params, ...input.query }),
);

export const POST = route({ params, body: OperationBatch }, (ctx, input) =>
  applyOperations(ctx, { ...input.params, ...input.body }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
