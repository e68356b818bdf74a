import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { listMembers } from "@/lib/usecases/members/list-members";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, (ctx, input) => listMembers(ctx, input.params));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
