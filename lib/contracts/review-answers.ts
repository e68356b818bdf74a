import { z } from "zod";
import { SET_STATES } from "@/lib/core/workflow/set-state";
import { DecisionIdSchema, UserIdSchema } from "./ids";
import type { DecisionView } from "./review";

/** What the browser believes of the server's answer to an act of review. The decisions are the server's own. */
export const ProgressAnswer = z.object({
  results: z.array(
    z.discriminatedUnion("status", [
      z.object({ id: DecisionIdSchema, status: z.literal("ok") }),
      z.object({ id: DecisionIdSchema, status: z.literal("refused"), reason: z.string() }),
    ]),
  ),
  goldState: z.enum(SET_STATES),
  decisions: z
    .array(
      z
        .object({
          decision: z.object({ id: DecisionIdSchema }).loose(),
          reviewer: z.object({ id: UserIdSchema, name: z.string() }).nullable(),
          at: z.string(),
        })
        .loose(),
    )
    .transform((decisions) => decisions as unknown as readonly DecisionView[]),
});
export type ProgressAnswer = z.output<typeof ProgressAnswer>;
