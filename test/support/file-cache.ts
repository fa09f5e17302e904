import type { FileCache } from '../../src/providers/file-cache.js';

/** What providers were handed, in memory, for tests in which no database is. */
export function memoryFileCache(): FileCache {
  const references = new Map<string, string>();
  return {
    find: (account, sha256) => Promise.resolve(references.get(`${account} ${sha256}`) ?? null),
    remember: ({ account, sha256, reference }) => {
      references.set(`${account} ${sha256}`, reference);
      return Promise.resolve();
    },
    forget: ({ account, sha256, reference }) => {
      const key = `${account} ${sha256}`;
      if (references.get(key) === reference) references.delete(key);
      return Promise.resolve();
    },
  };
}
