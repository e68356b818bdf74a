import { z } from "zod";
import { DisagreementQuery } from "@/lib/contracts/agreement";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { listDisagreements } from "@/lib/usecases/agreement/list-disagreements";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: DisagreementQuery }, (ctx, { params, query }) =>
  listDisagreements(ctx, { ...params, ...query }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
