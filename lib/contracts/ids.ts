import { z } from "zod";
import type {
  AnnotationId,
  CommentId,
  DocumentId,
  GroupId,
  Id,
  OperationId,
  ProjectId,
  RelationId,
  SetId,
  ThreadId,
  UserId,
} from "@/lib/core/ids";
import type { DecisionId } from "@/lib/core/review/decision";

const id = <K extends string>() => z.uuid().transform((value) => value.toLowerCase() as Id<K>);

export const ProjectIdSchema = id<"project">() satisfies z.ZodType<ProjectId>;
export const DocumentIdSchema = id<"document">() satisfies z.ZodType<DocumentId>;
export const SetIdSchema = id<"set">() satisfies z.ZodType<SetId>;
export const AnnotationIdSchema = id<"annotation">() satisfies z.ZodType<AnnotationId>;
export const RelationIdSchema = id<"relation">() satisfies z.ZodType<RelationId>;
export const OperationIdSchema = id<"operation">() satisfies z.ZodType<OperationId>;
export const GroupIdSchema = id<"group">() satisfies z.ZodType<GroupId>;
export const ThreadIdSchema = id<"thread">() satisfies z.ZodType<ThreadId>;
export const CommentIdSchema = id<"comment">() satisfies z.ZodType<CommentId>;
export const DecisionIdSchema = id<"decision">() satisfies z.ZodType<DecisionId>;
export const UserIdSchema = id<"user">() satisfies z.ZodType<UserId>;
