-- CreateTable
CREATE TABLE "document_tally" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "stamp" TEXT NOT NULL,
    "tally" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "document_tally_pkey" PRIMARY KEY ("project_id","document_id")
);

-- AddForeignKey
ALTER TABLE "document_tally" ADD CONSTRAINT "document_tally_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
