/**
 * Keeps `count` calls of `work` under way until `durationMs` have passed, and returns how long each took.
 * @param {number} count
 * @param {number} durationMs
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ perSecond: number, latenciesMs: number[] }>}
 */
export async function keepInFlight(count, durationMs, work) {
  /** @type {number[]} */
  const latenciesMs = [];
  const startedAt = performance.now();
  const worker = async () => {
    while (performance.now() - startedAt < durationMs) {
      const before = performance.now();
      await work();
      latenciesMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  return { perSecond: (latenciesMs.length * 1000) / (performance.now() - startedAt), latenciesMs };
}
