import { z } from "zod";
import { ExportQuery } from "@/lib/contracts/exchange";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { fileResponse } from "@/lib/server/file-response";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { exportProject } from "@/lib/usecases/exchange/export-project";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: ExportQuery }, async (ctx, { params, query, request }) =>
  fileResponse(request, await exportProject(ctx, { ...params, ...query })),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
