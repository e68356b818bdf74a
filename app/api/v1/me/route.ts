import { otherMethods } from "@/lib/server/other-methods";
import { ownProfile } from "@/lib/usecases/accounts/own-profile";
import { route } from "@/lib/server/route";

export const GET = route({}, ownProfile);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
