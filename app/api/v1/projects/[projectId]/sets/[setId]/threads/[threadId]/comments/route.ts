import { z } from "zod";
import { ProjectIdSchema, SetIdSchema, ThreadIdSchema } from "@/lib/contracts/ids";
import { NewComment } from "@/lib/contracts/thread";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { addComment } from "@/lib/usecases/discussion/add-comment";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema, threadId: ThreadIdSchema });

export const POST = route({ params, body: NewComment }, (ctx, input) =>
  addComment(ctx, { ...input.params, ...input.body }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
