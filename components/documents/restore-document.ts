import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";

/** Takes a document out of the trash and says so; gives whether it worked. */
export async function restoreDocument(projectId: string, documentId: string): Promise<boolean> {
  const answer = await callApi({
    method: "POST",
    path: `/projects/${projectId}/documents/${documentId}/restore`,
  });
  if (answer.ok) showToast({ tone: "ok", title: "Restored" });
  else showToast({ tone: "danger", title: "Not restored", description: answer.problem.message });
  return answer.ok;
}
