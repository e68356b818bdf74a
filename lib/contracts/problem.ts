import { z } from "zod";

export const PROBLEM_TYPE = "application/problem+json";

/** The answer to every request that fails (RFC 9457). `detail` is for people, `code` and `errors` for programs. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});
export type Problem = Readonly<z.output<typeof Problem>>;
