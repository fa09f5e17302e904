import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

test('every proof that SECURITY.md names is there, and the readme leads to it', async () => {
  const page = await readFile(join(ROOT, 'SECURITY.md'), 'utf8');
  const proofs = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(proofs.length).toBeGreaterThan(20);
  expect(proofs.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(await readFile(join(ROOT, 'README.md'), 'utf8')).toContain('](SECURITY.md)');
});
