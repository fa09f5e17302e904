import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');

const lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
const { packages } = lock.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')));
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** The first version of each that has none of the holes that were published for it, or that its authors mended unasked. */
const FLOORS = {
  // XS-Search by GET: GHSA-9q82-xgwf-vj6h.
  '@apollo/server': '5.5.1',
  // Memory without end by tiny fragments: CVE-2026-48779, and by empty ones after it.
  ws: '8.23.0',
  // Complete after Error.
  'graphql-ws': '6.4.2',
  // Release candidates have no promise between them: this one was read.
  'type-graphql': '2.0.0-rc.4',
  '@prisma/client': '7.10.0',
  '@prisma/adapter-pg': '7.10.0',
  // Decompression without end: CVE-2026-84890, and those before it.
  undici: '7.29.1',
  // Validation without end: CVE-2023-26144.
  graphql: '16.15.0',
  // Everything that is routed to nobody in its lists of addresses.
  'ipaddr.js': '2.5.0',
};

/** Two copies of these would have two opinions of what is an instance, a socket or a connection. */
const ALONE = ['graphql', 'ws', 'undici', 'type-graphql', '@apollo/server', 'graphql-ws', 'ipaddr.js'];

/** The drawing engine's files for systems where nobody here could fetch them; npm has nothing to compare them with there. */
const WITHOUT_INTEGRITY = [
  'android-arm64 darwin-arm64 darwin-x64 linux-arm-gnueabihf linux-arm64-musl linux-riscv64-gnu',
  'linux-x64-musl win32-arm64-msvc win32-x64-msvc',
]
  .flatMap((line) => line.split(' '))
  .map((system) => `node_modules/@napi-rs/canvas-${system}`);

function copiesOf(name: string): { path: string; version: string }[] {
  return installed
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([path, { version = '' }]) => ({ path, version }));
}

/** Numbers by number; a release is above its candidates. */
function isBelow(version: string, floor: string): boolean {
  const [one, other] = [version, floor].map((text) =>
    [...text.split(/[.-]/).map((part) => part.padStart(8, '0')), '~'].join('.'),
  );
  return one !== undefined && other !== undefined && one < other;
}

test('versions are compared by their numbers', () => {
  expect(isBelow('8.9.0', '8.23.0')).toBe(true);
  expect([isBelow('8.23.0', '8.23.0'), isBelow('10.0.0', '9.9.9'), isBelow('8.23.1', '8.23.0')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isBelow('2.0.0-rc.3', '2.0.0-rc.4')).toBe(true);
});

test.each(Object.entries(FLOORS))('every copy of %s is %s or newer', (name, floor) => {
  const copies = copiesOf(name);
  expect(copies).not.toEqual([]);
  expect(copies.filter(({ version }) => isBelow(version, floor))).toEqual([]);
});

test.each(ALONE)('there is one %s', (name) => {
  expect(copiesOf(name)).toHaveLength(1);
});

test('what is installed is what was locked: every package has its hash, and none names a host', () => {
  const unproven = installed.filter(([, { integrity, link }]) => link !== true && integrity === undefined);
  expect(unproven.map(([path]) => path)).toEqual(WITHOUT_INTEGRITY);
  expect(unproven.every(([, { optional }]) => optional === true)).toBe(true);
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('no package may run anything when it is installed', async () => {
  expect(await readFile(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test('the list of parts names every package that is installed, with its version and hash', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const hashes = z.array(z.object({ alg: z.string(), content: z.string() })).optional();
  const component = z.object({ name: z.string(), version: z.string(), hashes });
  const list = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(component) });
  const { components } = list.parse(JSON.parse(stdout));
  const listed = new Set(
    components.filter((each) => each.hashes !== undefined).map(({ name, version }) => `${name} ${version}`),
  );
  const missing = installed.filter(([path, { version, optional }]) => {
    return optional !== true && !listed.has(`${nameOf(path)} ${version}`);
  });
  expect(missing.map(([path]) => path)).toEqual([]);
  expect(listed.size).toBeGreaterThan(Object.keys(FLOORS).length);
});

function nameOf(path: string): string {
  return path.split('node_modules/').at(-1) ?? '';
}
