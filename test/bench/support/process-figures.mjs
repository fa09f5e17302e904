import { readFileSync } from 'node:fs';

/** What Linux tells about a process. Elsewhere there is no /proc, and the figures that need it are left out. */

const TICKS_PER_SECOND = 100;

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Resident memory in MiB. @param {number} pid @returns {number | null} */
export function residentMib(pid) {
  const kib = read(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}

/**
 * Seconds of processor time: of the process itself, and of its children that have ended.
 * @param {number} pid
 */
export function processorSeconds(pid) {
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const [user = NaN, system = NaN, childUser = NaN, childSystem = NaN] = fields
    .slice(11, 15)
    .map((ticks) => ticks / TICKS_PER_SECOND);
  return { own: user + system, childUser, children: childUser + childSystem };
}

/** @param {number} pid @returns {number[]} */
export function childrenOf(pid) {
  const text = read(`/proc/${pid}/task/${pid}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

/** The machine's load over the last minute, as a word about how much to trust absolute figures. */
export function machineLoad() {
  return Number(read('/proc/loadavg')?.split(' ')[0] ?? Number.NaN);
}
