import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { NewInvitation } from "@/lib/contracts/member";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { invite } from "@/lib/usecases/members/invite";
import { listInvitations } from "@/lib/usecases/members/list-invitations";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, (ctx, input) => listInvitations(ctx, input.params));

export const POST = route({ params, body: NewInvitation }, async (ctx, input) =>
  reply(await invite(ctx, { ...input.params, ...input.body }), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
