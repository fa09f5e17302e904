-- DropIndex
DROP INDEX "video_tasks_caller_id_status_id_idx";

-- CreateIndex
CREATE INDEX "video_tasks_caller_id_status_mode_id_idx" ON "video_tasks"("caller_id", "status", "mode", "id" DESC);

-- CreateIndex
CREATE INDEX "video_tasks_caller_id_created_at_idx" ON "video_tasks"("caller_id", "created_at");
