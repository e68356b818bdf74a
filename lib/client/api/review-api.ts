import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import type { Decision, DecisionId } from "@/lib/core/review/decision";
import { ProgressAnswer } from "@/lib/contracts/review-answers";
import { askServer, requestReply, type Reply } from "./reply";

/** What a review asks of the server. All of it may be sent twice. */
export interface ReviewApi {
  decide(decisions: readonly Decision[]): Promise<Reply<ProgressAnswer>>;
  undo(id: DecisionId): Promise<Reply<ProgressAnswer>>;
}

export interface ReviewAddress {
  readonly userId: UserId;
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
}

export function reviewApi({ userId, projectId, documentId }: ReviewAddress): ReviewApi {
  const path = `/projects/${projectId}/documents/${documentId}/review/decisions` as const;
  return {
    decide: (decisions) =>
      requestReply({ method: "POST", path, userId, body: { decisions } }, ProgressAnswer, askServer),
    undo: (id) =>
      requestReply({ method: "DELETE", path: `${path}/${id}`, userId }, ProgressAnswer, askServer),
  };
}
