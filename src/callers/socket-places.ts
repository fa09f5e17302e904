import { randomUUID } from 'node:crypto';
import { repeat } from '../lib/repeat.js';
import type { Caller } from './caller.js';
import type { KnownLimits } from './known-limits.js';
import { LEASE_MS, type SocketLeases } from './socket-leases.js';

const RENEW_MS = LEASE_MS / 3;

/** A place that a socket or a stream has until it is released. Releasing it again does nothing. */
type PlaceOutcome = { kind: 'held'; release(): void } | { kind: 'refused'; limit: number };

/** How many sockets and streams callers have open at the same time. */
export type SocketPlaces = AsyncDisposable & {
  take(caller: Caller): Promise<PlaceOutcome>;
  /** Null = not counted, as nothing limits them. */
  readUse(caller: Caller): Promise<{ used: number; left: number } | null>;
};

const UNCOUNTED: PlaceOutcome = { kind: 'held', release: () => undefined };

/**
 * Nodes with leases count together. Without them, and while they cannot be reached, each counts its own; what it holds by
 * then is told once they are back. Sockets from before there was a limit are not counted.
 */
export function openSocketPlaces(limits: KnownLimits, leases: SocketLeases | null): SocketPlaces {
  const held = new Map<string, Set<string>>();

  function drop(callerId: string, id: string): boolean {
    const own = held.get(callerId);
    const wasHeld = own?.delete(id) ?? false;
    if (own?.size === 0) held.delete(callerId);
    return wasHeld;
  }

  async function isFree(callerId: string, id: string, limit: number): Promise<boolean> {
    try {
      return (await leases?.take(callerId, id, limit)) ?? true;
    } catch {
      return true;
    }
  }

  async function renewAll(): Promise<void> {
    if (leases === null) return;
    await Promise.all([...held].map(([callerId, ids]) => leases.renew(callerId, [...ids])));
  }

  // What could not be renewed is renewed with the next round.
  const renewing = leases === null ? null : repeat(renewAll, RENEW_MS, () => undefined);
  return {
    async take(caller) {
      const { sockets: limit } = await limits.find(caller);
      if (limit === null) return UNCOUNTED;
      const { id: callerId } = caller;
      const id = randomUUID();
      const own = held.get(callerId) ?? new Set();
      if (own.size >= limit) return { kind: 'refused', limit };
      // It has its place before anybody else is asked, so that no other one takes it meanwhile.
      held.set(callerId, own.add(id));
      const release = (): void => {
        if (drop(callerId, id)) leases?.release(callerId, id).catch(() => undefined);
      };
      if (!(await isFree(callerId, id, limit))) {
        // A round of renewals may have taken it for one that is held.
        release();
        return { kind: 'refused', limit };
      }
      return { kind: 'held', release };
    },
    async readUse(caller) {
      const { sockets: limit } = await limits.find(caller);
      if (limit === null) return null;
      const own = held.get(caller.id)?.size ?? 0;
      const used = leases === null ? own : await leases.count(caller.id).catch(() => own);
      return { used, left: Math.max(0, limit - used) };
    },
    [Symbol.asyncDispose]: async () => renewing?.[Symbol.asyncDispose](),
  };
}
