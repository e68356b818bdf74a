import { z } from "zod";
import { AgreementFilter } from "@/lib/contracts/agreement";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readAgreement } from "@/lib/usecases/agreement/read-agreement";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params, query: AgreementFilter }, (ctx, { params, query }) =>
  readAgreement(ctx, { ...params, ...query }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
