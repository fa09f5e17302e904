import type { PrismaClient } from './generated/client.js';

type Row = { account: string; sha256: string; reference: string };

/** What was handed to providers, as rows that all nodes share. */
export function createProviderFiles(prisma: PrismaClient) {
  return {
    async find(account: string, sha256: string): Promise<string | null> {
      const where = { account, sha256, expiresAt: { gt: new Date() } };
      return (await prisma.providerFile.findFirst({ where }))?.reference ?? null;
    },

    async remember({ account, sha256, reference, expiresAt }: Row & { expiresAt: Date }): Promise<void> {
      await prisma.providerFile.deleteMany({ where: { expiresAt: { lte: new Date() } } });
      await prisma.providerFile.upsert({
        where: { account_sha256: { account, sha256 } },
        create: { account, sha256, reference, expiresAt },
        update: { reference, expiresAt },
      });
    },

    async forget({ account, sha256, reference }: Row): Promise<void> {
      await prisma.providerFile.deleteMany({ where: { account, sha256, reference } });
    },
  };
}
