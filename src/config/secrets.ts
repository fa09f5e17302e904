import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What must not be known outside. Kept apart from the configuration, which may be printed. */
export type Secrets = {
  /** Signs media and upload links. */
  signing: string;
  /** Encrypts what callers entrust to the database, such as upload addresses: 32 bytes. */
  sealing: Buffer;
  /** Makes of an API key's secret what the database keeps: 32 bytes. */
  keys: Buffer;
  /** Tells this secret from others without telling it. */
  fingerprint: string;
};

/**
 * The secrets of this node: all come out of the given one or, when that is null, out of the one in its data folder, which
 * the first start makes. Of two first starts at once, one wins for both.
 */
export async function readSecrets(dataDir: string, given: string | null): Promise<Secrets> {
  if (given !== null) return secretsOf(given);
  const path = join(dataDir, 'signing-secret');
  const existing = await read(path);
  if (existing !== null) return secretsOf(existing);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(dataDir, { recursive: true });
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  const made = await read(path);
  if (made === null) throw new Error(`${path} cannot be read.`);
  return secretsOf(made);
}

/** The other keys come out of the one secret, and do not lead back. */
function secretsOf(signing: string): Secrets {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', signing, '', purpose, 32));
  return {
    signing,
    sealing: derive('sealed texts'),
    keys: derive('API keys'),
    fingerprint: derive('fingerprint').toString('base64url'),
  };
}

async function read(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim() === '' ? null : text.trim();
}
