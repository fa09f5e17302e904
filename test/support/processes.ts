import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process of this id runs; one that has ended and is only not yet collected does not. */
export function isRunning(pid: number): boolean {
  return statOf(pid) !== null;
}

/** Ids of the processes that this one started and that still run. */
export function childrenOf(pid: number): number[] {
  const ids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return ids.filter((id) => statOf(id)?.parent === pid);
}

function statOf(pid: number): { parent: number } | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return state === 'Z' ? null : { parent: Number(parent) };
  } catch {
    return null;
  }
}
