import { cache } from "react";
import type { Viewer } from "@/components/shell/viewer";
import { pageContext } from "@/lib/server/page-context";
import { ownProfile } from "@/lib/usecases/accounts/own-profile";

/** Who is looking, asked once a request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const { id, name, email, isAdmin } = await ownProfile(await pageContext());
  return { id, name, email, isAdmin };
});
