import type { Operation } from "@/lib/core/annotation/operation";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import { BatchAnswer, LogAnswer } from "@/lib/contracts/operation-answers";
import type { OperationRecord } from "@/lib/contracts/operations";
import { askServer, requestReply, type Ask, type Reply } from "./reply";

/** What a session asks of the server about its set. */
export interface SetApi {
  send(operations: readonly Operation[]): Promise<Reply<BatchAnswer>>;
  /** At most `LOG_PAGE` lines of the log behind `after`. */
  log(after: number): Promise<Reply<readonly OperationRecord[]>>;
  /** What was done to one annotation or relation, from the beginning. */
  historyOf(target: string): Promise<Reply<readonly OperationRecord[]>>;
}

export const LOG_PAGE = 500;

export interface SetAddress {
  readonly userId: UserId;
  readonly projectId: ProjectId;
  readonly setId: SetId;
}

export function setApi(
  { userId, projectId, setId }: SetAddress,
  clientId: string,
  ask: Ask = askServer,
): SetApi {
  const path = `/projects/${projectId}/sets/${setId}/operations` as const;
  return {
    send: (operations) =>
      requestReply({ method: "POST", path, userId, body: { clientId, operations } }, BatchAnswer, ask),
    log: (after) =>
      requestReply(
        { method: "GET", userId, path: `${path}?after=${after}&limit=${LOG_PAGE}` },
        LogAnswer,
        ask,
      ),
    historyOf: (target) =>
      requestReply({ method: "GET", userId, path: `${path}?target=${target}&limit=1000` }, LogAnswer, ask),
  };
}
