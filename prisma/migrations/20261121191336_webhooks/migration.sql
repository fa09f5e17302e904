-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED', 'DISABLED');

-- AlterTable
ALTER TABLE "video_tasks" ADD COLUMN     "webhook_events" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "webhook_id" TEXT;

-- CreateTable
CREATE TABLE "webhook_secrets" (
    "caller_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secrets_pkey" PRIMARY KEY ("caller_id","number")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "task_id" TEXT,
    "version" INTEGER,
    "type" TEXT NOT NULL,
    "status" "WebhookDeliveryStatus" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT,
    "line" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "lease" UUID,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "latency_ms" INTEGER NOT NULL,
    "status_code" INTEGER,
    "error" TEXT,
    "response_excerpt" TEXT,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "webhooks_named_at_idx" ON "webhooks"("named_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_caller_id_address_hash_key" ON "webhooks"("caller_id", "address_hash");

-- CreateIndex
CREATE INDEX "webhook_deliveries_line_due_at_idx" ON "webhook_deliveries"("line", "due_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_caller_id_id_idx" ON "webhook_deliveries"("caller_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_caller_id_created_at_idx" ON "webhook_deliveries"("caller_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhook_id_idx" ON "webhook_deliveries"("webhook_id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_task_id_version_key" ON "webhook_deliveries"("task_id", "version");

-- CreateIndex
CREATE INDEX "video_tasks_webhook_id_idx" ON "video_tasks"("webhook_id");

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "video_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "video_tasks" ADD CONSTRAINT "video_tasks_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
