-- AlterTable
ALTER TABLE "user" ADD COLUMN     "shares_presence" BOOLEAN NOT NULL DEFAULT true;
