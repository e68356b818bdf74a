import { z } from "zod";
import { ProjectIdSchema, UserIdSchema } from "@/lib/contracts/ids";
import { RolePatch } from "@/lib/contracts/member";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { changeRole } from "@/lib/usecases/members/change-role";
import { removeMember } from "@/lib/usecases/members/remove-member";

const params = z.strictObject({ projectId: ProjectIdSchema, userId: UserIdSchema });

export const PATCH = route({ params, body: RolePatch }, (ctx, input) =>
  changeRole(ctx, { ...input.params, ...input.body }),
);

export const DELETE = route({ params }, (ctx, input) => removeMember(ctx, input.params));

export const { GET, POST, PUT, OPTIONS } = otherMethods({ PATCH, DELETE });
