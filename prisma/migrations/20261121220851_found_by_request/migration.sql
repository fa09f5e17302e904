-- AlterTable
ALTER TABLE "video_tasks" ADD COLUMN     "request_id" TEXT,
ADD COLUMN     "traceparent" TEXT;
