-- AlterTable
ALTER TABLE "project" ADD COLUMN     "review_reasons" JSONB;

-- CreateTable
CREATE TABLE "document_review" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "undecided" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    "disagreement" DOUBLE PRECISION,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "document_review_pkey" PRIMARY KEY ("project_id","document_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gold_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "reviewer_id" UUID,
    "body" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,
    "seqs" JSONB NOT NULL,
    "group_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "contest" (
    "project_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "annotator_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("project_id","decision_id","set_id")
);

-- CreateTable
CREATE TABLE "thread" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "annotation_id" UUID,
    "start_at" INTEGER,
    "end_at" INTEGER,
    "quote" TEXT,
    "section" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "thread_seen" (
    "project_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "thread_seen_pkey" PRIMARY KEY ("project_id","thread_id","user_id")
);

-- CreateIndex
CREATE INDEX "document_review_project_id_disagreement_document_id_idx" ON "document_review"("project_id", "disagreement", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_project_id_gold_id_place_key" ON "decision"("project_id", "gold_id", "place");

-- CreateIndex
CREATE INDEX "contest_project_id_set_id_idx" ON "contest"("project_id", "set_id");

-- CreateIndex
CREATE INDEX "thread_project_id_set_id_idx" ON "thread"("project_id", "set_id");

-- CreateIndex
CREATE INDEX "comment_project_id_thread_id_id_idx" ON "comment"("project_id", "thread_id", "id");

-- CreateIndex
CREATE INDEX "thread_seen_user_id_idx" ON "thread_seen"("user_id");

-- AddForeignKey
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_gold_id_fkey" FOREIGN KEY ("project_id", "gold_id") REFERENCES "annotation_set"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_project_id_decision_id_fkey" FOREIGN KEY ("project_id", "decision_id") REFERENCES "decision"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_project_id_set_id_fkey" FOREIGN KEY ("project_id", "set_id") REFERENCES "annotation_set"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_project_id_set_id_fkey" FOREIGN KEY ("project_id", "set_id") REFERENCES "annotation_set"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolved_by_fkey" FOREIGN KEY ("resolved_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_thread_id_fkey" FOREIGN KEY ("project_id", "thread_id") REFERENCES "thread"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_seen" ADD CONSTRAINT "thread_seen_project_id_thread_id_fkey" FOREIGN KEY ("project_id", "thread_id") REFERENCES "thread"("project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_seen" ADD CONSTRAINT "thread_seen_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say.
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_counts"
  CHECK ("points" >= 0 AND "undecided" BETWEEN 0 AND "points" AND "differing" BETWEEN 0 AND "points"
    AND "disagreement" BETWEEN 0 AND 1);
ALTER TABLE "decision" ADD CONSTRAINT "decision_place_counts" CHECK ("place" > 0);
ALTER TABLE "thread" ADD CONSTRAINT "thread_span"
  CHECK (("start_at" IS NULL AND "end_at" IS NULL AND "quote" IS NULL) OR (0 <= "start_at" AND "start_at" < "end_at" AND "quote" IS NOT NULL));
ALTER TABLE "comment" ADD CONSTRAINT "comment_says_something" CHECK ("text" <> '');
