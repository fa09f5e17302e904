import type { PrismaClient } from './generated/client.js';

/** This node has another secret than the nodes that used its database before. */
export class SecretMismatchError extends Error {
  override readonly name = 'SecretMismatchError';

  constructor() {
    super(
      'This database belongs to nodes with another secret: links they signed would be refused here, and addresses they ' +
        'sealed could not be read. Set SECRET to theirs, or bring the file `signing-secret` of their DATA_DIR. If it is ' +
        'lost, `reelay migrate --accept-secret` takes the one of this node from now on: all API keys and webhook secrets ' +
        'end with the old one.',
    );
  }
}

/**
 * Makes sure that all nodes of a database have the same secret: the first one's fingerprint is kept, and every other node
 * has to have it. Throws SecretMismatchError.
 */
export async function matchSecret(prisma: PrismaClient, fingerprint: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO installation (id, secret_fingerprint) VALUES (1, ${fingerprint}) ON CONFLICT DO NOTHING`;
  const kept = await prisma.installation.findUniqueOrThrow({ where: { id: 1 } });
  if (kept.secretFingerprint !== fingerprint) throw new SecretMismatchError();
}

/** Whether a database already belongs to nodes with some secret. */
export async function hasSecret(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.installation.count()) > 0;
}

/** Puts a secret in the place of a lost one: what was signed or sealed with that is worth nothing any more. */
export async function acceptSecret(prisma: PrismaClient, secretFingerprint: string): Promise<void> {
  await prisma.installation.upsert({ where: { id: 1 }, create: { secretFingerprint }, update: { secretFingerprint } });
}
