import { describe, expect, test } from 'vitest';
import { ensureCaller } from '../../src/callers/named-caller.js';
import { DATABASES } from '../poller/support/databases.js';

describe.each(DATABASES)('on $name', ({ isThere, open }) => {
  test.skipIf(!isThere)('however many nodes start at once, they have one caller', async () => {
    await using database = await open();
    const made = await Promise.all(Array.from({ length: 16 }, () => ensureCaller(database.prisma, 'local')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]?.name).toBe('local');
  });
});
