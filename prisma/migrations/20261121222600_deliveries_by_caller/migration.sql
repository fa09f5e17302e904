-- DropIndex
DROP INDEX "webhook_deliveries_line_due_at_idx";

-- AlterTable
ALTER TABLE "webhook_deliveries" DROP COLUMN "body";

-- CreateIndex
CREATE INDEX "webhook_deliveries_due_at_idx" ON "webhook_deliveries"("due_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_caller_id_line_due_at_idx" ON "webhook_deliveries"("caller_id", "line", "due_at");
