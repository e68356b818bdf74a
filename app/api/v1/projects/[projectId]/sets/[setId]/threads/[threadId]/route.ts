import { z } from "zod";
import { ProjectIdSchema, SetIdSchema, ThreadIdSchema } from "@/lib/contracts/ids";
import { ThreadPatch } from "@/lib/contracts/thread";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { resolveThread } from "@/lib/usecases/discussion/resolve-thread";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema, threadId: ThreadIdSchema });

export const PATCH = route({ params, body: ThreadPatch }, (ctx, input) =>
  resolveThread(ctx, { ...input.params, ...input.body }),
);

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods({ PATCH });
