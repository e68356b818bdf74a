import { showToast } from "@/components/ui/show-toast";
import type { ActionResult } from "@/lib/contracts/action-result";

/** Takes a document out of the trash. */
export type RestoreDocument = (input: {
  readonly projectId: string;
  readonly documentId: string;
}) => Promise<ActionResult<void>>;

/** Restores and says what came of it; gives whether it worked. */
export async function restoreAndTell(
  restored: Promise<ActionResult<unknown>>,
  title: string,
): Promise<boolean> {
  const result = await restored.catch(() => null);
  if (result?.ok === true) showToast({ tone: "ok", title: "Restored", description: title });
  else
    showToast({
      tone: "danger",
      title: "Not restored",
      description: result?.message ?? "The server could not be reached. Try again.",
    });
  return result?.ok === true;
}
