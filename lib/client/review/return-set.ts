import type { BatchResult } from "@/lib/contracts/operations";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import type { ProjectId, SetId } from "@/lib/core/ids";
import { callApi } from "../api/call-api";
import { browserEnvironment } from "../session/browser-environment";

export interface ReturnRequest {
  readonly projectId: ProjectId;
  readonly setId: SetId;
  readonly comment: string;
}

/** Says what should change, then gives the set back. @returns in words why it was not done; null where it was */
export async function returnSet({ projectId, setId, comment }: ReturnRequest): Promise<string | null> {
  const set = `/projects/${projectId}/sets/${setId}` as const;
  const { newId } = browserEnvironment;
  const said = await callApi({
    method: "POST",
    path: `${set}/threads`,
    body: { id: newId(), text: comment, commentId: newId() },
  });
  if (!said.ok) return said.problem.message;
  const returned = await callApi<BatchResult>({
    method: "POST",
    path: `${set}/operations`,
    body: {
      clientId: "review",
      operations: [{ id: newId(), kind: "set.return", target: setId, body: {} }],
    },
  });
  if (!returned.ok) return returned.problem.message;
  const [result] = returned.value.results;
  return result?.reason === undefined ? null : REFUSAL_MESSAGES[result.reason];
}
