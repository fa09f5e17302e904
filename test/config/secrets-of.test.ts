import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { secretsOf } from '../../src/config/secrets-of.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';

test('a secret that the first start makes is told like one that is given', async () => {
  await using folder = await createTemporaryDirectory();
  const dataDir = join(folder.path, 'new');
  const made = await secretsOf(readConfig({ DATA_DIR: dataDir }));
  expect(made).toEqual([await readFile(join(dataDir, 'signing-secret'), 'utf8')]);
  const SECRET = 'a secret of thirty-two characters';
  expect(await secretsOf(readConfig({ DATA_DIR: dataDir, SECRET }))).toEqual([SECRET]);
});

test('what shows the collector of traces who sends them is a secret, as written and as sent', async () => {
  const SECRET = 'a secret of thirty-two characters';
  const secrets = await secretsOf(
    readConfig({
      SECRET,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20dXNlcjpwYXNz, x-key=one-of-the-tenant',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-broken=%E0%A4%A',
    }),
  );
  expect(secrets).toEqual(
    expect.arrayContaining(['Basic%20dXNlcjpwYXNz', 'dXNlcjpwYXNz', 'one-of-the-tenant', '%E0%A4%A']),
  );
});
