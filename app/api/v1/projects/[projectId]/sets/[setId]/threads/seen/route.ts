import { z } from "zod";
import { ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { seeThreads } from "@/lib/usecases/discussion/see-threads";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema });
const body = z.strictObject({});

export const PUT = route({ params, body }, (ctx, input) => seeThreads(ctx, input.params));

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
