import { z } from "zod";
import { ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { NewThread } from "@/lib/contracts/thread";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { listThreads } from "@/lib/usecases/discussion/list-threads";
import { openThread } from "@/lib/usecases/discussion/open-thread";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema });

export const GET = route({ params }, (ctx, input) => listThreads(ctx, input.params));

export const POST = route({ params, body: NewThread }, (ctx, input) =>
  openThread(ctx, { ...input.params, ...input.body }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
