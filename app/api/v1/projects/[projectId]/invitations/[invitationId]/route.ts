import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { InvitationIdSchema } from "@/lib/contracts/member";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { revokeInvitation } from "@/lib/usecases/members/revoke-invitation";

const params = z.strictObject({ projectId: ProjectIdSchema, invitationId: InvitationIdSchema });

export const DELETE = route({ params }, (ctx, input) => revokeInvitation(ctx, input.params));

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
