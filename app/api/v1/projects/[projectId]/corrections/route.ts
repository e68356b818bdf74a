import { z } from "zod";
import { CorrectionsQuery } from "@/lib/contracts/correction";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readCorrections } from "@/lib/usecases/review/read-corrections";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: CorrectionsQuery }, (ctx, input) =>
  readCorrections(ctx, { ...input.params, ...input.query }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
