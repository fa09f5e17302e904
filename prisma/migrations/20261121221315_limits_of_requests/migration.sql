-- AlterTable
ALTER TABLE "callers" ADD COLUMN     "points_per_minute" INTEGER,
ADD COLUMN     "requests_per_minute" INTEGER,
ADD COLUMN     "sockets" INTEGER;
