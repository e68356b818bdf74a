import { z } from "zod";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, PEOPLE } from "@/lib/core/exchange/archive-line";
import { ORIGINS, type Annotation, type Relation } from "@/lib/core/annotation/annotation";
import { REFUSALS } from "@/lib/core/annotation/operation";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { codePoint } from "@/lib/core/text/offsets";
import { PROJECT_MODES } from "@/lib/core/workflow/project-mode";
import { SET_KINDS, SET_STATES } from "@/lib/core/workflow/set-state";
import { AnnotationIdSchema, RelationIdSchema, UserIdSchema } from "./ids";
import { OperationSchema } from "./operations";
import { KeySchema, LabelSchema, RelationTypeSchema } from "./schema";
import { wellFormed } from "./text";

const uuid = z.uuid().toLowerCase();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits.");
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, "A moment such as 2026-11-22T05:30:00.000000Z.");
const isoTime = z.iso.datetime();
const ref = z.string().regex(/^u[1-9]\d{0,8}$/, "A person of the archive, such as u1.");
const count = z.int().min(0);
const version = z.int().min(1);
const person = ref.nullable();
const made = { created_by: person, created_at: moment };

const fieldState = z.strictObject({ value: z.json(), seq: count }).nullable();
const fields = z.record(z.string().max(100), z.strictObject({ before: fieldState, after: fieldState }));
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
]) satisfies z.ZodType<AttributeValue>;
const offset = count.transform(codePoint);
const common = {
  attributes: z.record(KeySchema, value),
  live: z.boolean(),
  fieldSeq: z.record(z.string(), count),
  createdAt: isoTime,
};
const annotation = {
  id: AnnotationIdSchema,
  label: KeySchema,
  start: offset,
  end: offset,
  quote: wellFormed.min(1),
  note: wellFormed.nullable(),
  origin: z.enum(ORIGINS),
  ...common,
};
const relation = {
  id: RelationIdSchema,
  type: KeySchema,
  from: AnnotationIdSchema,
  to: AnnotationIdSchema,
  ...common,
};

/** An annotation as a log makes it, its maker a user of the database. */
export const StoredAnnotation = z.strictObject({
  ...annotation,
  createdBy: UserIdSchema.nullable(),
}) satisfies z.ZodType<Annotation>;
export const StoredRelation = z.strictObject({
  ...relation,
  createdBy: UserIdSchema.nullable(),
}) satisfies z.ZodType<Relation>;

const change = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("annotation"),
    id: AnnotationIdSchema,
    created: z.strictObject({ ...annotation, createdBy: person }).optional(),
    fields,
  }),
  z.strictObject({
    of: z.literal("relation"),
    id: RelationIdSchema,
    created: z.strictObject({ ...relation, createdBy: person }).optional(),
    fields,
  }),
  z.strictObject({ of: z.literal("state"), before: z.enum(SET_STATES), after: z.enum(SET_STATES) }),
]);

const operationLine = z.strictObject({
  type: z.literal("operation"),
  set: uuid,
  seq: version,
  id: uuid,
  actor: person,
  kind: z.string(),
  target: uuid,
  body: z.json(),
  body_hash: sha256,
  group: uuid.nullable(),
  status: z.enum(["ok", "rejected"]),
  reason: z.enum(REFUSALS).nullable(),
  change: change.nullable(),
  undoes: uuid.nullable(),
  origin: z.enum(["human", "imported", "suggested"]),
  at: moment,
});

/** The lines of an archive, as strictly as they are written. Check with it, then keep the line as it came. */
export const ArchiveLineSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("archive"),
    format: z.literal(ARCHIVE_FORMAT),
    version: z.literal(ARCHIVE_VERSION),
    offset_unit: z.literal("codepoint"),
    mode: z.enum(PROJECT_MODES),
    people: z.enum(PEOPLE),
  }),
  z.strictObject({ type: z.literal("user"), ref, name: wellFormed.nullable(), email: wellFormed.nullable() }),
  z.strictObject({
    type: z.literal("schema"),
    version,
    body: z.strictObject({ labels: z.array(LabelSchema), relationTypes: z.array(RelationTypeSchema) }),
    ...made,
  }),
  z.strictObject({ type: z.literal("guideline"), version, markdown: wellFormed, ...made }),
  z.strictObject({
    type: z.literal("document"),
    id: uuid,
    external_id: wellFormed.min(1).max(500).nullable(),
    title: wellFormed,
    text: wellFormed.min(1),
    text_sha256: sha256,
    source: wellFormed.nullable(),
    url: wellFormed.nullable(),
    published_at: wellFormed.nullable(),
    language: wellFormed.nullable(),
    extra: z.record(z.string(), z.json()),
    updated_at: moment,
    ...made,
  }),
  z.strictObject({
    type: z.literal("set"),
    id: uuid,
    document: uuid,
    kind: z.enum(SET_KINDS),
    owner: wellFormed,
    annotator: person,
    state: z.enum(SET_STATES),
    seq: count,
    schema_version: version,
    guideline_version: version,
    completed_at: moment.nullable(),
    created_at: moment,
    updated_at: moment,
  }),
  operationLine.refine(saysWhatAnOperationSays, {
    error: "Its kind, target and body make no operation.",
    path: ["body"],
  }),
  z.strictObject({ type: z.literal("end"), rows: count, sha256 }),
]);

function saysWhatAnOperationSays({
  id,
  kind,
  target,
  body,
}: {
  id: string;
  kind: string;
  target: string;
  body: unknown;
}): boolean {
  return OperationSchema.safeParse({ id, kind, target, body }).success;
}
