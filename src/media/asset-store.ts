import { columnOf } from '../database/column-of.js';
import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { ALL_OUTPUT_ASSET_IDS } from '../tasks/output-asset-ids.js';
import type { MediaAsset } from './asset.js';

/** The rows of assets. Every read names the caller; the one exception says why. */
export type AssetStore = ReturnType<typeof createAssetStore>;

/** How an attempt to store an asset ended: with a new row, or with the one that was there first. */
export type CreatedAsset = { asset: MediaAsset; isNew: boolean };

const FIELDS = Prisma.raw(
  Object.values(Prisma.MediaAssetScalarFieldEnum)
    .map((field) => `${columnOf(field)} AS "${field}"`)
    .join(', '),
);

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
        const prolonged = kept === null ? null : await prolong(transaction, kept, asset.expiresAt);
        if (prolonged !== null) return { asset: prolonged, isNew: false };
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
      return prisma.$queryRaw<MediaAsset[]>`
        SELECT ${FIELDS} FROM media_assets WHERE id = ANY(${ids}::text[]) AND caller_id = ${callerId}`;
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

    /**
     * Marks assets whose time has come as removed, of whichever caller, and returns those that this call has marked, so
     * that their files can follow. Of several that mark at once, one marks each.
     */
    async markExpired(now: Date, limit: number): Promise<MediaAsset[]> {
      const isDue = { expiresAt: { lte: now }, removedAt: null };
      const candidates = await prisma.mediaAsset.findMany({ where: isDue, take: limit });
      const marked: MediaAsset[] = [];
      for (const asset of candidates) {
        // Asked again at the moment of marking: an import of the same content may have prolonged it meanwhile.
        const where = { id: asset.id, ...isDue };
        const { count } = await prisma.mediaAsset.updateMany({ where, data: { removedAt: now } });
        if (count === 1) marked.push({ ...asset, removedAt: now });
      }
      return marked;
    },

    /** Forgets inputs whose files were removed before a time. Outputs are told of as long as their task is there. */
    async forgetRemoved(before: Date): Promise<number> {
      const where = { removedAt: { lt: before }, origin: { not: 'PRODUCED' as const } };
      return (await prisma.mediaAsset.deleteMany({ where })).count;
    },

    /**
     * Deletes outputs, kept before a time, that no result has, and returns the keys of their files. As long as a result of
     * the same caller is being secured they may be its own, not yet written down.
     */
    async deleteAbandoned(before: Date, limit: number): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        WITH kept AS (${ALL_OUTPUT_ASSET_IDS}), abandoned AS (
          SELECT asset.id FROM media_assets AS asset
          WHERE asset.origin = 'PRODUCED' AND asset.created_at < ${before}::timestamptz
            AND NOT EXISTS (SELECT 1 FROM kept WHERE kept.id = asset.id)
            AND NOT EXISTS (
              SELECT 1 FROM video_results AS result JOIN video_tasks AS task ON task.id = result.task_id
              WHERE task.caller_id = asset.caller_id AND task.created_at < asset.created_at
                AND (result.phase = 'SECURING' OR (result.stopping AND result.lease IS NOT NULL)))
          LIMIT ${limit})
        DELETE FROM media_assets WHERE id IN (SELECT id FROM abandoned) RETURNING storage_key AS key`;
      return rows.map(({ key }) => key);
    },

    /** Those of the keys that some asset, of whichever caller, still needs; one whose time has come needs its file no more. */
    async keysInUse(keys: readonly string[]): Promise<Set<string>> {
      const rows = await prisma.mediaAsset.findMany({
        where: { storageKey: { in: [...keys] }, removedAt: null },
        select: { storageKey: true },
      });
      return new Set(rows.map((row) => row.storageKey));
    },
  };
}

type Rows = Pick<PrismaClient, 'mediaAsset'>;

/** Outputs are left out: they go with their task, and an input must not go with another task. */
function findContent(rows: Rows, callerId: string, sha256: string): Promise<MediaAsset | null> {
  const where = { callerId, sha256, origin: { not: 'PRODUCED' as const }, removedAt: null };
  return rows.mediaAsset.findFirst({ where, orderBy: { id: 'asc' } });
}

/** Null when the file was removed in the same moment. */
async function prolong(rows: Rows, asset: MediaAsset, expiresAt: Date | null): Promise<MediaAsset | null> {
  if (asset.expiresAt === null || (expiresAt !== null && expiresAt <= asset.expiresAt)) return asset;
  const { count } = await rows.mediaAsset.updateMany({ where: { id: asset.id, removedAt: null }, data: { expiresAt } });
  return count === 1 ? { ...asset, expiresAt } : null;
}
