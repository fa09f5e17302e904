import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../src', import.meta.url));

/**
 * Who may import whom. A room is a folder of src/, or a file at its top. Arrows point towards tasks/, the provider
 * contract and lib/. What is not here is refused.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  config: ['callers/rate-limits.ts', 'database', 'media/open-file-store.ts', 'providers/provider.ts', 'tasks'],
  database: ['lib'],
  tasks: ['database', 'lib', 'providers/provider.ts'],
  providers: ['lib', 'tasks'],
  media: ['database', 'lib', 'providers/provider.ts', 'tasks'],
  events: ['database', 'lib', 'tasks'],
  poller: ['database', 'lib', 'providers/provider.ts', 'tasks'],
  webhooks: ['database', 'lib', 'providers/provider.ts', 'tasks'],
  watching: ['database', 'http', 'lib', 'poller', 'providers', 'tasks', 'webhooks'],
  callers: ['database', 'lib', 'tasks'],
  graphql: ['callers', 'events', 'lib', 'media', 'providers/provider.ts', 'tasks', 'webhooks'],
  http: ['callers', 'graphql', 'lib'],
  cli: [
    'callers',
    'config',
    'database',
    'events',
    'gateway.ts',
    'graphql',
    'http/open-door.ts',
    'lib',
    'media',
    'serve.ts',
    'tasks',
  ],
  graphiql: [],
  'gateway.ts': [
    'callers',
    'config',
    'database',
    'events',
    'graphql',
    'lib',
    'media',
    'poller',
    'providers',
    'tasks',
    'watching',
    'webhooks',
  ],
  'server.ts': ['callers', 'gateway.ts', 'graphql', 'http', 'lib', 'media', 'webhooks'],
  'serve.ts': ['config', 'database', 'gateway.ts', 'lib', 'server.ts'],
  'main.ts': ['cli', 'config', 'database', 'gateway.ts', 'lib', 'serve.ts', 'server.ts'],
  'cli.ts': ['cli', 'config', 'lib', 'serve.ts'],
};

/** Packages that only one room may know. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'type-graphql': ['graphql'],
  '@apollo/server': ['http'],
  'graphql-ws': ['http', 'graphiql'],
  ws: ['http'],
  '@electric-sql/pglite': ['database'],
  '@prisma/adapter-pg': ['database'],
  '@napi-rs/canvas': ['providers', 'media'],
  '@mediabunny/server': ['providers', 'media'],
  '@tensorflow/tfjs': ['media'],
  nsfwjs: ['media'],
  flydrive: ['media'],
  '@redis/client': ['lib'],
  'rate-limiter-flexible': ['callers'],
  '@aws-sdk': ['media'],
  '@tus/server': ['media'],
  '@tus/file-store': ['media'],
  'prom-client': ['watching'],
  '@opentelemetry': ['watching'],
  commander: ['cli', 'cli.ts'],
  react: ['graphiql'],
};

type Import = { from: string; specifier: string };

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(join('database', 'generated')))
  .map((file) => join(ROOT, file));

function nameOf(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}

function roomOf(path: string): string {
  return nameOf(path).split('/')[0] ?? '';
}

function sourceOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function importsOf(file: string): Import[] {
  const pattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;
  return [...sourceOf(file).matchAll(pattern)].map((match) => ({ from: file, specifier: match[1] ?? '' }));
}

function targetOf({ from, specifier }: Import): string {
  return resolve(dirname(from), specifier).replace(/\.js$/, '.ts');
}

const imports = files.flatMap(importsOf);
const local = imports.filter(({ specifier }) => specifier.startsWith('.'));

test('every import follows the table', () => {
  const refused = local.filter((each) => {
    const [room, target] = [roomOf(each.from), targetOf(each)];
    if (roomOf(target) === room) return false;
    const allowed = MAY_IMPORT[room] ?? [];
    return !allowed.includes(roomOf(target)) && !allowed.includes(nameOf(target));
  });
  expect(refused.map((each) => `${nameOf(each.from)} -> ${nameOf(targetOf(each))}`)).toEqual([]);
});

test('every room stands in the table', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

test('only the room that owns a package imports it', () => {
  const refused = imports.filter(({ from, specifier }) => {
    const owner = Object.entries(OWNERS).find(([name]) => specifier === name || specifier.startsWith(`${name}/`));
    return owner !== undefined && !owner[1].includes(roomOf(from));
  });
  expect(refused.map(({ from, specifier }) => `${nameOf(from)} -> ${specifier}`)).toEqual([]);
});

test('the schema never sees the store: graphql/ imports no database, no poller and no adapter', () => {
  const seen = local.filter(({ from }) => roomOf(from) === 'graphql').map((each) => nameOf(targetOf(each)));
  expect(seen.filter((name) => /^(database|poller|providers\/(?!provider\.ts))/.test(name))).toEqual([]);
});

test('only the composition root knows concrete adapters', () => {
  const adapters = local.filter((each) => /^providers\/[a-z]+\//.test(nameOf(targetOf(each))));
  const outside = adapters.filter(({ from }) => roomOf(from) !== 'providers' && roomOf(from) !== 'gateway.ts');
  expect(outside.map(({ from }) => nameOf(from))).toEqual([]);
});

test('there are no cycles', () => {
  const edges = new Map<string, string[]>();
  for (const each of local) edges.set(each.from, [...(edges.get(each.from) ?? []), targetOf(each)]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].map(nameOf).join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('only config/env.ts is given variables, and only entries touch the process', () => {
  const entries = /^(main|serve|cli)\.ts$|-process\.ts$|^graphiql\/vite\.config\.ts$/;
  const touching = files.filter((file) => /\bprocess\.(env|exit|argv|on|once|std|kill|exitCode)/.test(sourceOf(file)));
  expect(touching.map(nameOf).filter((name) => !entries.test(name))).toEqual([]);
});

test('there are no barrels, no default exports and no suppressed checks', () => {
  const barrels = files.filter((file) => /(^|\/)index\.tsx?$/.test(nameOf(file)));
  const defaults = files.filter((file) => /^export default/m.test(sourceOf(file)) && !file.endsWith('vite.config.ts'));
  const casts = files.filter((file) =>
    /@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b|\bas unknown as\b/.test(sourceOf(file)),
  );
  expect([...barrels, ...defaults, ...casts].map(nameOf)).toEqual([]);
});

test('files are short: half of them near 60 lines, nine in ten under 200, none over 400', () => {
  const lengths = files.map((file) => readFileSync(file, 'utf8').split('\n').length).sort((one, other) => one - other);
  const at = (share: number): number => lengths[Math.floor(lengths.length * share)] ?? 0;
  expect(at(0.5)).toBeLessThanOrEqual(80);
  expect(at(0.9)).toBeLessThan(200);
  expect(lengths.at(-1)).toBeLessThanOrEqual(400);
});
