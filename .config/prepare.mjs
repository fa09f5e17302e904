// Makes what a fresh clone lacks, and only that: dependencies, the database client, the server, the GraphiQL page.
// Needs nothing but Node and npm. Each part remembers a hash of what it was made from.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Reelay needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function filesOf(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.name === 'generated') return [];
    return entry.isDirectory() ? filesOf(child) : [child];
  });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function make({ what, from, into, mark, commands }) {
  const hash = hashOf(from);
  const markFile = join(root, mark);
  if (existsSync(join(root, into)) && existsSync(markFile) && readFileSync(markFile, 'utf8') === hash) return;
  process.stderr.write(`${what} …\n`);
  for (const [file, ...args] of commands) {
    try {
      execFileSync(file, args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environment,
        shell: process.platform === 'win32',
      });
    } catch (error) {
      process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}\n${what} failed: ${file} ${args.join(' ')}\n`);
      process.exit(1);
    }
  }
  mkdirSync(join(markFile, '..'), { recursive: true });
  writeFileSync(markFile, hash);
}

// Prisma looks for an engine binary at every call and would download one; naming any file stops that, and `generate`
// needs none.
const environment = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json'),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};
const path = (name) => join(root, name);
const bin = (name) => join('node_modules', '.bin', name);
const sources = () => filesOf(path('src'));
const isPage = (file) => file.startsWith(path(join('src', 'graphiql')));

make({
  what: 'Installing dependencies',
  from: [path('package-lock.json'), path('package.json')],
  into: 'node_modules',
  mark: 'node_modules/.installed',
  commands: [['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress']],
});
make({
  what: 'Generating the database client',
  from: [path('prisma/schema.prisma'), path('package-lock.json')],
  into: 'src/database/generated',
  mark: 'dist/.marks/client',
  commands: [[bin('prisma'), 'generate', '--config', '.config/prisma.ts']],
});
make({
  what: 'Building the server',
  from: [
    ...sources().filter((file) => !isPage(file)),
    path('tsconfig.json'),
    path('prisma/schema.prisma'),
    path('package-lock.json'),
  ],
  into: 'dist/main.js',
  mark: 'dist/.marks/server',
  commands: [[bin('tsc'), '-p', 'tsconfig.json']],
});
make({
  what: 'Building the GraphiQL page',
  from: [...sources().filter(isPage), path('package-lock.json')],
  into: 'dist/graphiql/index.html',
  mark: 'dist/.marks/graphiql',
  commands: [[bin('vite'), 'build', '--config', 'src/graphiql/vite.config.ts', '--logLevel', 'error']],
});
