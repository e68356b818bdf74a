-- AlterTable
ALTER TABLE "project" ADD COLUMN     "active_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "project" SET "active_at" = "updated_at";
