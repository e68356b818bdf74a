import { z } from "zod";
import { NewContest } from "@/lib/contracts/correction";
import { ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { contestDecision } from "@/lib/usecases/review/contest-decision";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema });

export const POST = route({ params, body: NewContest }, (ctx, input) =>
  contestDecision(ctx, { ...input.params, ...input.body }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
