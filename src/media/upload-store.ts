import type { PrismaClient } from '../database/generated/client.js';

/** A promised upload; once its bytes are in and checked it becomes the asset of the same id. */
export type MediaUpload = { assetId: string; callerId: string; fileName: string; createdAt: Date; expiresAt: Date };

/** The rows of promised uploads. */
export type UploadStore = ReturnType<typeof createUploadStore>;

/** Reads and writes promised uploads over one database client. */
export function createUploadStore(prisma: PrismaClient) {
  return {
    async create(upload: MediaUpload): Promise<void> {
      await prisma.mediaUpload.create({ data: upload });
    },

    /** For whoever holds the signed upload link, which names no caller. */
    findLinked(assetId: string): Promise<MediaUpload | null> {
      return prisma.mediaUpload.findUnique({ where: { assetId } });
    },

    /** The caller's promises among these ids that are not fulfilled. */
    async findMany(callerId: string, assetIds: readonly string[]): Promise<MediaUpload[]> {
      // PostgreSQL takes no NUL in a text: such an id names nothing.
      const ids = assetIds.filter((id) => !id.includes('\0'));
      return prisma.mediaUpload.findMany({ where: { assetId: { in: ids }, callerId } });
    },

    /** Promises, of whichever caller, whose link ended before that moment. */
    findExpired(now: Date): Promise<MediaUpload[]> {
      return prisma.mediaUpload.findMany({ where: { expiresAt: { lt: now } } });
    },

    async delete(assetId: string): Promise<void> {
      await prisma.mediaUpload.deleteMany({ where: { assetId } });
    },

    /** Forgets the promises that nobody can redeem any more; returns how many there were. */
    async deleteExpired(now: Date): Promise<number> {
      const { count } = await prisma.mediaUpload.deleteMany({ where: { expiresAt: { lt: now } } });
      return count;
    },
  };
}
