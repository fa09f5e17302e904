/** Who is watched for here, and which tasks: what a sweep asks the store about. */
export type Watched = {
  /** Counts one who watches a caller's task, or with null all of the caller's tasks, until the returned function is called. */
  enter(callerId: string, taskId: string | null): () => void;
  callerIds(): string[];
  /** The caller's tasks that are watched one by one. */
  taskIds(callerId: string): string[];
};

export function countWatched(): Watched {
  const counts = new Map<string, Map<string | null, number>>();

  function add(callerId: string, taskId: string | null, more: 1 | -1): void {
    const ofCaller = counts.get(callerId) ?? new Map<string | null, number>();
    const count = (ofCaller.get(taskId) ?? 0) + more;
    if (count > 0) ofCaller.set(taskId, count);
    else ofCaller.delete(taskId);
    if (ofCaller.size > 0) counts.set(callerId, ofCaller);
    else counts.delete(callerId);
  }

  return {
    enter(callerId, taskId) {
      let entered = true;
      add(callerId, taskId, 1);
      return () => {
        if (entered) add(callerId, taskId, -1);
        entered = false;
      };
    },
    callerIds: () => [...counts.keys()],
    taskIds: (callerId) => [...(counts.get(callerId)?.keys() ?? [])].filter((taskId) => taskId !== null),
  };
}
