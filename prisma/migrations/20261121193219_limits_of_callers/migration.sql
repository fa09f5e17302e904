-- AlterTable
ALTER TABLE "callers" ADD COLUMN     "tasks_in_flight" INTEGER,
ADD COLUMN     "tasks_per_minute" INTEGER,
ADD COLUMN     "usd_per_day" DOUBLE PRECISION,
ADD COLUMN     "usd_per_month" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "spendings" (
    "result_id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "usd" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "spendings_pkey" PRIMARY KEY ("result_id")
);

-- CreateIndex
CREATE INDEX "spendings_caller_id_at_idx" ON "spendings"("caller_id", "at");

-- Keeps a result's spending at what its cost says, in the same transaction, whoever writes it. One that is free has a
-- spending too, of nothing: by it tasks are counted, also when they are deleted.
-- The body's own semicolons are written as \x3B: the driver adapter cuts a migration at every other one.
CREATE FUNCTION "keep_spending"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO "spendings" ("result_id", "caller_id", "task_id", "at", "usd")
  SELECT NEW."id", "caller_id", NEW."task_id", "created_at", COALESCE((NEW."cost" ->> ''usd'')::float8, 0)
  FROM "video_tasks" WHERE "id" = NEW."task_id"
  ON CONFLICT ("result_id") DO UPDATE SET "usd" = EXCLUDED."usd"\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "spending_of_new_result" AFTER INSERT ON "video_results"
FOR EACH ROW EXECUTE FUNCTION "keep_spending"();

CREATE TRIGGER "spending_of_changed_cost" AFTER UPDATE OF "cost" ON "video_results"
FOR EACH ROW WHEN (NEW."cost" IS DISTINCT FROM OLD."cost") EXECUTE FUNCTION "keep_spending"();

-- Results from before this migration count too.
INSERT INTO "spendings" ("result_id", "caller_id", "task_id", "at", "usd")
SELECT result."id", task."caller_id", task."id", task."created_at", COALESCE((result."cost" ->> 'usd')::float8, 0)
FROM "video_results" AS result JOIN "video_tasks" AS task ON task."id" = result."task_id"
WHERE result."cost" IS NOT NULL;
