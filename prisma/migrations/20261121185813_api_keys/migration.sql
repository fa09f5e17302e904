-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "api_keys_caller_id_created_at_idx" ON "api_keys"("caller_id", "created_at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "callers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
