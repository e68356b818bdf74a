import { z } from "zod";
import type { AnnotationId, CommentId, SetId, ThreadId, UserId } from "@/lib/core/ids";
import { AnnotationIdSchema, CommentIdSchema, ThreadIdSchema } from "./ids";
import { OffsetSchema } from "./operations";
import { line, wellFormed } from "./text";

const text = wellFormed.trim().min(1, "Write something first.").max(5_000, "At most 5,000 characters.");

/** Begins a conversation about a set: at one of its annotations, at a span, or about the whole. */
export const NewThread = z.strictObject({
  id: ThreadIdSchema,
  commentId: CommentIdSchema,
  text,
  annotationId: AnnotationIdSchema.optional(),
  span: z
    .strictObject({ start: OffsetSchema, end: OffsetSchema })
    .refine(({ start, end }) => start < end, { error: "The end must lie behind the start.", path: ["end"] })
    .optional(),
  /** The heading of the guideline that it is about. */
  section: line(200).optional(),
});
export type NewThread = z.output<typeof NewThread>;

export const NewComment = z.strictObject({ id: CommentIdSchema, text });
export type NewComment = z.output<typeof NewComment>;

export const ThreadPatch = z.strictObject({ resolved: z.boolean() });

interface PersonView {
  readonly id: UserId;
  readonly name: string;
}

export interface CommentView {
  readonly id: CommentId;
  readonly author: PersonView | null;
  readonly text: string;
  readonly mentions: readonly UserId[];
  readonly at: string;
}

export interface ThreadView {
  readonly id: ThreadId;
  readonly setId: SetId;
  readonly annotationId: AnnotationId | null;
  readonly span: { readonly start: number; readonly end: number; readonly quote: string } | null;
  readonly section: string | null;
  readonly resolved: { readonly by: PersonView | null; readonly at: string } | null;
  /** The oldest first. */
  readonly comments: readonly CommentView[];
  /** Whether somebody else has written since the reader looked. */
  readonly isUnread: boolean;
}
