-- What schema.prisma cannot say.

ALTER TABLE "installation" ADD CONSTRAINT "installation_one_row" CHECK ("id" = 1);
INSERT INTO "installation" ("id", "epoch") VALUES (1, gen_random_uuid());

ALTER TABLE "project" ADD CONSTRAINT "project_mode_known" CHECK ("mode" IN ('independent', 'shared'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_known"
  CHECK ("role" IN ('manager', 'reviewer', 'annotator', 'viewer'));

ALTER TABLE "document" ADD CONSTRAINT "document_length_counts" CHECK ("length" > 0 AND "text" <> '');

ALTER TABLE "annotation_set"
  ADD CONSTRAINT "annotation_set_kind_known" CHECK ("kind" IN ('annotator', 'shared', 'gold', 'imported', 'suggested')),
  ADD CONSTRAINT "annotation_set_state_known"
    CHECK ("state" IN ('new', 'in_progress', 'submitted', 'returned', 'accepted')),
  ADD CONSTRAINT "annotation_set_owner_known"
    CHECK (("kind" = 'annotator') = ("annotator_id" IS NOT NULL) AND ("kind" <> 'annotator' OR "owner" = "annotator_id"::text)),
  ADD CONSTRAINT "annotation_set_seq_counts" CHECK ("seq" >= 0 AND "annotation_count" >= 0);

ALTER TABLE "operation"
  ADD CONSTRAINT "operation_seq_counts" CHECK ("seq" > 0),
  ADD CONSTRAINT "operation_status_known" CHECK (
    ("status" = 'ok' AND "reason" IS NULL AND "change" IS NOT NULL)
    OR ("status" = 'rejected' AND "reason" IS NOT NULL AND "change" IS NULL)
  );

ALTER TABLE "annotation"
  ADD CONSTRAINT "annotation_span" CHECK (0 <= "start_at" AND "start_at" < "end_at"),
  ADD CONSTRAINT "annotation_origin_known" CHECK ("origin" IN ('human', 'imported', 'suggested-accepted', 'suggested-edited'));

ALTER TABLE "relation" ADD CONSTRAINT "relation_two_ends" CHECK ("from_id" <> "to_id");
