import { z } from "zod";

/** Keyset paging. `cursor` is opaque. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
});
export type PageQuery = z.output<typeof PageQuery>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  /** Counted up to 10,000; `capped` says that there are more. */
  readonly total: { readonly value: number; readonly capped: boolean };
}
