import { z } from "zod";
import { wellFormed } from "./text";

/** What `PUT …/guideline` takes; the version goes in `If-Match`. A `version` sent back as it was read is ignored. */
export const GuidelineBody = z.strictObject({
  version: z.int().optional(),
  markdown: wellFormed.max(1_000_000, "At most a million characters."),
});

/** How to annotate, in markdown. */
export interface GuidelineView {
  readonly version: number;
  readonly markdown: string;
}
