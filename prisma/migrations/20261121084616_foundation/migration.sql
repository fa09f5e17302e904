-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "VideoMode" AS ENUM ('TEXT_TO_VIDEO', 'IMAGE_TO_VIDEO', 'FIRST_LAST_FRAME', 'VIDEO_CONTINUATION', 'REFERENCE_TO_VIDEO', 'VIDEO_EDIT');

-- CreateEnum
CREATE TYPE "VideoTaskStatus" AS ENUM ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ResultPhase" AS ENUM ('QUEUED', 'STARTING', 'START_UNKNOWN', 'GENERATING', 'SECURING', 'DONE');

-- CreateEnum
CREATE TYPE "ProgressSource" AS ENUM ('REPORTED', 'ESTIMATED');

-- CreateEnum
CREATE TYPE "Provider" AS ENUM ('ANIMATIC');

-- CreateEnum
CREATE TYPE "VideoQuality" AS ENUM ('P720', 'P1080');

-- CreateEnum
CREATE TYPE "AspectRatio" AS ENUM ('LANDSCAPE_16_9', 'PORTRAIT_9_16', 'SQUARE_1_1', 'LANDSCAPE_4_3', 'PORTRAIT_3_4');

-- CreateEnum
CREATE TYPE "ShotType" AS ENUM ('SINGLE', 'MULTI');

-- CreateEnum
CREATE TYPE "OutputFormat" AS ENUM ('MP4', 'WEBM', 'MOV');

-- CreateEnum
CREATE TYPE "VideoTaskEventType" AS ENUM ('CREATED', 'STARTED', 'PROGRESSED', 'RESULT_COMPLETED', 'RESULT_FAILED', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "MediaKind" AS ENUM ('VIDEO', 'IMAGE', 'AUDIO');

-- CreateEnum
CREATE TYPE "MediaOrigin" AS ENUM ('UPLOADED', 'IMPORTED', 'PRODUCED');

-- CreateTable
CREATE TABLE "callers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "feed_position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "callers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video_tasks" (
    "id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "task_uuid" UUID,
    "idempotency_key" TEXT,
    "input_hash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "mode" "VideoMode" NOT NULL,
    "status" "VideoTaskStatus" NOT NULL,
    "progress" INTEGER NOT NULL,
    "progress_source" "ProgressSource" NOT NULL,
    "eta_seconds" INTEGER,
    "version" INTEGER NOT NULL,
    "prompt" TEXT NOT NULL,
    "negative_prompt" TEXT,
    "shots" JSONB NOT NULL,
    "quality" "VideoQuality" NOT NULL,
    "aspect_ratio" "AspectRatio" NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "shot_type" "ShotType",
    "prompt_extend" BOOLEAN NOT NULL,
    "generate_audio" BOOLEAN NOT NULL,
    "output_format" "OutputFormat" NOT NULL,
    "output_quality" INTEGER NOT NULL,
    "ttl_seconds" INTEGER,
    "inputs" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "retried_from_id" TEXT,

    CONSTRAINT "video_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video_results" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "status" "VideoTaskStatus" NOT NULL,
    "phase" "ResultPhase" NOT NULL,
    "progress" INTEGER NOT NULL,
    "progress_source" "ProgressSource" NOT NULL,
    "eta_seconds" INTEGER,
    "seed" INTEGER NOT NULL,
    "provider" "Provider" NOT NULL,
    "start_key" UUID NOT NULL,
    "operation" JSONB,
    "provider_task_id" TEXT,
    "actual_prompt" TEXT,
    "output" JSONB,
    "error" JSONB,
    "video_asset_id" TEXT,
    "poster_asset_id" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "lease" UUID,
    "held_by" TEXT,
    "held_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "stopping" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),

    CONSTRAINT "video_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video_task_events" (
    "task_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "caller_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" "VideoTaskEventType" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result_index" INTEGER,
    "state" JSONB NOT NULL,

    CONSTRAINT "video_task_events_pkey" PRIMARY KEY ("task_id","version")
);

-- CreateTable
CREATE TABLE "media_assets" (
    "id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "kind" "MediaKind" NOT NULL,
    "origin" "MediaOrigin" NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "duration_seconds" DOUBLE PRECISION,
    "frame_rate" DOUBLE PRECISION,
    "has_audio" BOOLEAN,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "links_last" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "media_assets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_uploads" (
    "asset_id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_uploads_pkey" PRIMARY KEY ("asset_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "callers_name_key" ON "callers"("name");

-- CreateIndex
CREATE INDEX "video_tasks_caller_id_id_idx" ON "video_tasks"("caller_id", "id" DESC);

-- CreateIndex
CREATE INDEX "video_tasks_caller_id_status_id_idx" ON "video_tasks"("caller_id", "status", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "video_tasks_caller_id_task_uuid_key" ON "video_tasks"("caller_id", "task_uuid");

-- CreateIndex
CREATE UNIQUE INDEX "video_tasks_caller_id_idempotency_key_key" ON "video_tasks"("caller_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "video_results_provider_phase_due_at_idx" ON "video_results"("provider", "phase", "due_at");

-- CreateIndex
CREATE INDEX "video_results_held_by_idx" ON "video_results"("held_by");

-- CreateIndex
CREATE UNIQUE INDEX "video_results_task_id_index_key" ON "video_results"("task_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "video_task_events_caller_id_position_key" ON "video_task_events"("caller_id", "position");

-- CreateIndex
CREATE INDEX "media_assets_caller_id_sha256_idx" ON "media_assets"("caller_id", "sha256");

-- CreateIndex
CREATE INDEX "media_assets_expires_at_idx" ON "media_assets"("expires_at");

-- AddForeignKey
ALTER TABLE "video_results" ADD CONSTRAINT "video_results_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "video_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "video_task_events" ADD CONSTRAINT "video_task_events_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "video_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
