-- AlterTable
ALTER TABLE "video_tasks" ADD COLUMN     "upload_url" TEXT;

-- AlterTable
ALTER TABLE "video_results" ADD COLUMN     "original_asset_id" TEXT,
ADD COLUMN     "preview_asset_id" TEXT,
ADD COLUMN     "safety_verdict" JSONB,
ADD COLUMN     "storyboard" JSONB,
ADD COLUMN     "upload_error" JSONB,
ADD COLUMN     "uploaded_to" TEXT;

-- AlterTable
ALTER TABLE "media_assets" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "provider_files" (
    "account" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_files_pkey" PRIMARY KEY ("account","sha256")
);

-- CreateIndex
CREATE INDEX "provider_files_expires_at_idx" ON "provider_files"("expires_at");
