declare const kind: unique symbol;

/** A UUID that names one kind of thing; the brand keeps a set's id out of a document's place. */
export type Id<K extends string> = string & { readonly [kind]: K };

export type UserId = Id<"user">;
export type ProjectId = Id<"project">;
export type DocumentId = Id<"document">;
export type SetId = Id<"set">;
export type AnnotationId = Id<"annotation">;
export type RelationId = Id<"relation">;
export type OperationId = Id<"operation">;
export type GroupId = Id<"group">;
export type ThreadId = Id<"thread">;
export type CommentId = Id<"comment">;
