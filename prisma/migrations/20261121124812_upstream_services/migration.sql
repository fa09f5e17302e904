-- CreateEnum
CREATE TYPE "SafetyMode" AS ENUM ('NONE', 'FAST', 'FULL');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Provider" ADD VALUE 'EVOLINK' BEFORE 'ANIMATIC';
ALTER TYPE "Provider" ADD VALUE 'RUNWARE' BEFORE 'ANIMATIC';
ALTER TYPE "Provider" ADD VALUE 'DASHSCOPE' BEFORE 'ANIMATIC';

-- AlterTable
ALTER TABLE "video_tasks" ADD COLUMN     "input_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "provider_pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "safety" "SafetyMode" NOT NULL DEFAULT 'NONE';

-- AlterTable
ALTER TABLE "video_results" ADD COLUMN     "answer" JSONB,
ADD COLUMN     "cost" JSONB,
ADD COLUMN     "generated_at" TIMESTAMPTZ(3),
ADD COLUMN     "misses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sensitive" BOOLEAN,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "provider_budgets" (
    "account" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_budgets_pkey" PRIMARY KEY ("account")
);

-- CreateIndex
CREATE UNIQUE INDEX "video_results_start_key_key" ON "video_results"("start_key");

-- CreateIndex
CREATE INDEX "video_results_provider_generated_at_idx" ON "video_results"("provider", "generated_at");

-- CreateIndex
CREATE UNIQUE INDEX "video_results_provider_provider_task_id_key" ON "video_results"("provider", "provider_task_id");
