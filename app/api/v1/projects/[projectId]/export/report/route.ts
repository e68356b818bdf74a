import { z } from "zod";
import { LossQuery } from "@/lib/contracts/exchange";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { fileResponse } from "@/lib/server/file-response";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { countLosses, listLosses } from "@/lib/usecases/exchange/report-losses";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: LossQuery }, async (ctx, { params, query, request }) => {
  const { as, ...asked } = query;
  const input = { ...params, ...asked };
  return as === "csv" ? fileResponse(request, await listLosses(ctx, input)) : countLosses(ctx, input);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
