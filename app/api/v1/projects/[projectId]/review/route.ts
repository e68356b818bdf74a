import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { QueueQuery } from "@/lib/contracts/review";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { listReviewQueue } from "@/lib/usecases/review/list-review-queue";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: QueueQuery }, (ctx, input) =>
  listReviewQueue(ctx, { ...input.params, ...input.query }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
