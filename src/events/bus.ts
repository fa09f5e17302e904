/**
 * Tells, never carries: "topic T is at version N". Content always comes from the store, so a lost message costs
 * milliseconds and never an event.
 */
export interface Bus {
  publish(topic: string, version: number): void;
  /** Tells this process only, of what the others find by themselves. */
  publishHere(topic: string, version: number): void;
  /** Calls the listener for every message of the topic until the returned function is called. */
  subscribe(topic: string, listener: (version: number) => void): () => void;
  /** Topics that somebody listens to. */
  topics(): string[];
}

/** Something became due: the poller may look again before its next round. Its version is always 0. */
export const DUE_TOPIC = 'due';

/** Something may have to be told to a webhook. Its version is always 0. */
export const DELIVERIES_TOPIC = 'deliveries';

export function taskTopic(taskId: string): string {
  return `task:${taskId}`;
}

export function callerTopic(callerId: string): string {
  return `caller:${callerId}`;
}

/** A bus inside one process. */
export function createLocalBus(): Bus {
  const listeners = new Map<string, Set<(version: number) => void>>();
  const publish = (topic: string, version: number): void => {
    for (const listener of listeners.get(topic) ?? []) listener(version);
  };
  return {
    publish,
    publishHere: publish,
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
      };
    },
    topics: () => [...listeners.keys()],
  };
}
