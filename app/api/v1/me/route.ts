import { ownProfile } from "@/lib/usecases/accounts/own-profile";
import { route } from "@/lib/server/route";

export const GET = route({}, ownProfile);
