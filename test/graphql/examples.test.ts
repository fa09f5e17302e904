import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const EXAMPLES = join(ROOT, 'src', 'graphiql', 'examples');

test('the operations that GraphiQL opens with fit the schema', async () => {
  const schema = buildSchema(await readFile(join(ROOT, 'schema.graphql'), 'utf8'));
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.graphql'));
  expect(names.toSorted()).toEqual(['create.graphql', 'estimate.graphql', 'list.graphql', 'watch.graphql']);
  for (const name of names) {
    const document = parse(await readFile(join(EXAMPLES, name), 'utf8'));
    expect(validate(schema, document).map(({ message }) => `${name}: ${message}`)).toEqual([]);
  }
});
