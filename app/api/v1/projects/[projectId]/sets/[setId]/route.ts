import { z } from "zod";
import { ProjectIdSchema, SetIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readSet } from "@/lib/usecases/sets/read-set";

const params = z.strictObject({ projectId: ProjectIdSchema, setId: SetIdSchema });

export const GET = route({ params }, (ctx, input) => readSet(ctx, input.params));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
