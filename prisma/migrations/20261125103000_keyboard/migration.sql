-- AlterTable
ALTER TABLE "user" ADD COLUMN     "keyboard" JSONB;
