import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of a child process may take. */
export type ProcessLimits = {
  /** What JavaScript may take. */
  maxHeapMegabytes: number;
  /** All memory that is written to: JavaScript, buffers and native code together. */
  maxDataMegabytes: number;
  /** Of all threads together. */
  maxCpuSeconds: number;
  /** What any file may grow to. */
  maxFileMegabytes: number;
  /**
   * The one file that may be opened besides the program itself; nothing may be written, no process started and no native
   * code loaded then. Null leaves all of that free.
   */
  onlyFile: string | null;
};

/** How a limited process is started: what to run, and what comes before the entry file. */
export type LimitedStart = { execPath: string; execArgv: string[] };

const PRLIMIT = '/usr/bin/prlimit';
const MAX_OPEN_FILES = 256;
const MEBIBYTE = 1024 * 1024;

/**
 * Bounds a Node process: by `prlimit` of util-linux where the system has it, which sets the limits and becomes the
 * process, and by Node's own permissions and heap limit everywhere.
 */
export function limitProcess(entryPath: string, limits: ProcessLimits): LimitedStart {
  const nodeArgs = [`--max-old-space-size=${limits.maxHeapMegabytes}`, ...permissions(entryPath, limits.onlyFile)];
  if (!existsSync(PRLIMIT)) return { execPath: process.execPath, execArgv: nodeArgs };
  const bounds = [
    `--data=${limits.maxDataMegabytes * MEBIBYTE}`,
    `--cpu=${limits.maxCpuSeconds}`,
    `--fsize=${limits.maxFileMegabytes * MEBIBYTE}`,
    `--nofile=${MAX_OPEN_FILES}`,
    '--core=0',
  ];
  return { execPath: PRLIMIT, execArgv: [...bounds, '--', process.execPath, ...nodeArgs] };
}

function permissions(entryPath: string, onlyFile: string | null): string[] {
  if (onlyFile === null) return [];
  // Node 20 knows the permissions by the name they had while they were new.
  const isPlain = process.allowedNodeEnvironmentFlags.has('--permission');
  const readable = [join(dirname(entryPath), '..', sep), packagesDirectory(), onlyFile];
  return [isPlain ? '--permission' : '--experimental-permission', ...readable.map((path) => `--allow-fs-read=${path}`)];
}

/** The folder in which the packages lie. */
function packagesDirectory(): string {
  const path = fileURLToPath(import.meta.resolve('mediabunny'));
  const name = `${sep}node_modules${sep}`;
  return path.slice(0, path.lastIndexOf(name) + name.length);
}
