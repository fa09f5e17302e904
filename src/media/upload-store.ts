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
