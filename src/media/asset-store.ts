import type { PrismaClient } from '../database/generated/client.js';
import type { MediaAsset } from './asset.js';

/** The rows of assets. Every read names the caller; the one exception says why. */
export type AssetStore = ReturnType<typeof createAssetStore>;

/** How an attempt to store an asset ended: with a new row, or with the one that was there first. */
export type CreatedAsset = { asset: MediaAsset; isNew: boolean };

/** Reads and writes assets over one database client. */
export function createAssetStore(prisma: PrismaClient) {
  return {
    /** Stores an asset once: of several writers of one id, the first wins and all get its row. */
    async create(asset: MediaAsset): Promise<CreatedAsset> {
      const { count } = await prisma.mediaAsset.createMany({ data: [asset], skipDuplicates: true });
      if (count === 1) return { asset, isNew: true };
      const { id, callerId } = asset;
      return { asset: await prisma.mediaAsset.findFirstOrThrow({ where: { id, callerId } }), isNew: false };
    },

    /** Stores an asset unless the caller already has the same content, uploaded or imported; then that one is prolonged. */
    createOnce(asset: MediaAsset): Promise<CreatedAsset> {
      return prisma.$transaction(async (transaction) => {
        const content = `${asset.callerId}/${asset.sha256}`;
        // Two imports of one file at the same moment line up here; the lock goes with the transaction.
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${content}, 0))`;
        const kept = await findContent(transaction, asset.callerId, asset.sha256);
        if (kept !== null) return { asset: await prolong(transaction, kept, asset.expiresAt), isNew: false };
        await transaction.mediaAsset.create({ data: asset });
        return { asset, isNew: true };
      });
    },

    async find(callerId: string, id: string): Promise<MediaAsset | null> {
      // PostgreSQL takes no NUL in a text: such an id names nothing.
      return id.includes('\0') ? null : prisma.mediaAsset.findFirst({ where: { id, callerId } });
    },

    /** The caller's assets among these ids, in no particular order. */
    findMany(callerId: string, ids: readonly string[]): Promise<MediaAsset[]> {
      return prisma.mediaAsset.findMany({ where: { id: { in: [...ids] }, callerId } });
    },

    /** For whoever holds a signed link: the signature was made for a caller who may see the asset. */
    findLinked(id: string): Promise<MediaAsset | null> {
      return prisma.mediaAsset.findUnique({ where: { id } });
    },

    /** Deletes the caller's rows among these ids and returns them, so that their files can follow. */
    deleteMany(callerId: string, ids: readonly string[]): Promise<MediaAsset[]> {
      return prisma.$transaction(async (transaction) => {
        const where = { id: { in: [...ids] }, callerId };
        const assets = await transaction.mediaAsset.findMany({ where });
        await transaction.mediaAsset.deleteMany({ where });
        return assets;
      });
    },

    /** Deletes rows whose time has come, of whichever caller, and returns them, so that their files can follow. */
    async deleteExpired(now: Date, limit: number): Promise<MediaAsset[]> {
      const isExpired = { expiresAt: { lte: now } };
      const candidates = await prisma.mediaAsset.findMany({ where: isExpired, take: limit });
      const deleted: MediaAsset[] = [];
      for (const asset of candidates) {
        // Asked again at the moment of deleting: an import of the same content may have prolonged it meanwhile.
        const { count } = await prisma.mediaAsset.deleteMany({ where: { id: asset.id, ...isExpired } });
        if (count === 1) deleted.push(asset);
      }
      return deleted;
    },

    /** Those of the keys that some asset, of whichever caller, still needs. */
    async keysInUse(keys: readonly string[]): Promise<Set<string>> {
      const rows = await prisma.mediaAsset.findMany({
        where: { storageKey: { in: [...keys] } },
        select: { storageKey: true },
      });
      return new Set(rows.map((row) => row.storageKey));
    },
  };
}

type Rows = Pick<PrismaClient, 'mediaAsset'>;

/** Outputs are left out: they go with their task, and an input must not go with another task. */
function findContent(rows: Rows, callerId: string, sha256: string): Promise<MediaAsset | null> {
  const where = { callerId, sha256, origin: { not: 'PRODUCED' as const } };
  return rows.mediaAsset.findFirst({ where, orderBy: { id: 'asc' } });
}

async function prolong(rows: Rows, asset: MediaAsset, expiresAt: Date | null): Promise<MediaAsset> {
  if (asset.expiresAt === null) return asset;
  if (expiresAt !== null && expiresAt <= asset.expiresAt) return asset;
  return rows.mediaAsset.update({ where: { id: asset.id }, data: { expiresAt } });
}
