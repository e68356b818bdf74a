import { z } from "zod";
import { IntervalsQuery } from "@/lib/contracts/agreement";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readIntervals } from "@/lib/usecases/agreement/read-intervals";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: IntervalsQuery }, (ctx, { params, query, request }) =>
  readIntervals(ctx, { ...params, ...query, signal: request.signal }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
