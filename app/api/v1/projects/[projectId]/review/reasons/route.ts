import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { ReasonList } from "@/lib/contracts/review";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readReasons } from "@/lib/usecases/review/read-reasons";
import { writeReasons } from "@/lib/usecases/review/write-reasons";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, (ctx, input) => readReasons(ctx, input.params));

export const PUT = route({ params, body: ReasonList }, (ctx, input) =>
  writeReasons(ctx, { ...input.params, ...input.body }),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
