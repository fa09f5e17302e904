import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readConfig, type Config } from '../config/config.js';
import type { Environment } from '../config/env.js';
import { secretsOf } from '../config/secrets-of.js';
import { openGateway } from '../gateway.js';
import { createLogger } from '../lib/logger.js';
import type { ProviderName } from '../tasks/task.js';
import { makeVideo, type Made, type WrittenFile } from './make-video.js';
import type { RenderFlags } from './render-flags.js';
import { readRenderRequest, type RenderRequest } from './render-request.js';
import { showProgress } from './show-progress.js';
import { EXIT_CODES, type Terminal } from './terminal.js';

/** `reelay render`: the same path as a mutation, without a server. Resolves with the exit code once all is tidied up. */
export async function render(terminal: Terminal, prompt: string | null, flags: RenderFlags): Promise<number> {
  const made = await prepareAndMake(terminal, prompt, flags);
  if (terminal.signal.aborted && made.kind !== 'ended') return EXIT_CODES.interrupted;
  return report(terminal, flags, made);
}

async function prepareAndMake(terminal: Terminal, prompt: string | null, flags: RenderFlags): Promise<Made> {
  const read = await readRenderRequest(terminal, prompt, flags);
  if (losesPaidVideos(flags)) return { kind: 'refused', problems: [KEEP_PAID_VIDEOS] };
  if (read.kind === 'refused' || terminal.signal.aborted)
    return read.kind === 'refused' ? read : { kind: 'interrupted' };
  await using directory = await openDirectory(flags.dataDir ?? null);
  return await make(terminal, flags, read.request, directory.path);
}

/** An interrupted render takes its temporary folder with it, and with it the only thread to a video that is paid. */
function losesPaidVideos({ provider, dataDir }: RenderFlags): boolean {
  return provider !== undefined && provider !== 'ANIMATIC' && dataDir === undefined;
}

const KEEP_PAID_VIDEOS =
  'Give --data-dir with a provider that costs money: what is interrupted is finished by `reelay serve` with that folder.';

async function make(terminal: Terminal, flags: RenderFlags, request: RenderRequest, dataDir: string): Promise<Made> {
  const config = renderConfig(terminal.environment, dataDir, flags.provider ?? 'ANIMATIC');
  using progress = showProgress(terminal, flags.quiet);
  await using gateway = await openGateway(config, createLogger(config.logLevel, await secretsOf(config)));
  return await makeVideo(gateway, request, progress, terminal.signal);
}

/**
 * The server's variables, but for those that say where a server listens and stores: a database that others use must not
 * get tasks whose files are gone in a minute. A key that is set does not mean that a quick sketch shall cost money: only
 * the provider that was named is used. Logs would tear the bar, so they are off unless they are asked for.
 */
function renderConfig(environment: Environment, dataDir: string, provider: ProviderName): Config {
  const { LOG_LEVEL: logLevel } = environment;
  const elsewhere = { HOST: undefined, PORT: undefined, PUBLIC_URL: undefined, DATABASE_URL: undefined };
  return readConfig({
    ...environment,
    ...elsewhere,
    DATA_DIR: dataDir,
    PROVIDERS: provider,
    LOG_LEVEL: logLevel === undefined || logLevel === '' ? 'silent' : logLevel,
  });
}

/** A folder that the user named and keeps, or a temporary one, which disposing removes. */
async function openDirectory(named: string | null): Promise<AsyncDisposable & { path: string }> {
  if (named !== null) {
    await mkdir(named, { recursive: true });
    return { path: resolve(named), [Symbol.asyncDispose]: async () => undefined };
  }
  const path = await mkdtemp(join(tmpdir(), 'reelay-render-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

function report({ stdout, stderr }: Terminal, { json, quiet }: RenderFlags, made: Made): number {
  if (made.kind === 'interrupted') return EXIT_CODES.interrupted;
  if (made.kind === 'refused') {
    for (const problem of made.problems) stderr.write(`error: ${problem}\n`);
    if (json) stdout.write(`${JSON.stringify({ task: null, files: [], problems: made.problems }, null, 2)}\n`);
    return EXIT_CODES.wrongUsage;
  }
  const {
    task: { callerId: _, uploadUrl: __, webhookId: ___, ...task },
    files,
  } = made;
  for (const { index, error, sensitive } of task.results) {
    if (sensitive === true && error === null)
      stderr.write(`warning: Video ${index + 1} of ${task.results.length} was found sensitive.\n`);
    if (error !== null)
      stderr.write(`error: Video ${index + 1} of ${task.results.length} failed: ${error.message} (${error.code})\n`);
  }
  if (json) stdout.write(`${JSON.stringify({ task, files, problems: [] }, null, 2)}\n`);
  else if (!quiet) for (const file of files) stdout.write(`${describeFile(file)}\n`);
  return files.length === task.results.length ? EXIT_CODES.done : EXIT_CODES.failed;
}

function describeFile({ path, durationSeconds, width, height, bytes, seed }: WrittenFile): string {
  const near = relative('.', path);
  const shown = near.startsWith('..') ? path : near;
  return `${shown}  ${durationSeconds} s, ${width}x${height}, ${(bytes / 1_000_000).toFixed(1)} MB, seed ${seed}`;
}
