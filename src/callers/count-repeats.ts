/** Counts what repeats: 1 at first. */
export type CountRepeats = (key: string) => number;

/** What has not come for so long begins anew. */
const FORGOTTEN_MS = 60_000;
/** More keys than that are not remembered: the one that began longest ago begins anew. */
const KEYS = 10_000;
/** So many are told one by one; then each time there are twice as many. */
const TOLD_ALONE = 20;

export function countRepeats(now: () => number = () => performance.now()): CountRepeats {
  const repeats = new Map<string, { count: number; at: number }>();
  return (key) => {
    const before = repeats.get(key);
    const count = before === undefined || now() - before.at > FORGOTTEN_MS ? 1 : before.count + 1;
    if (count === 1) repeats.delete(key);
    repeats.set(key, { count, at: now() });
    const [oldest] = repeats.keys();
    if (repeats.size > KEYS && oldest !== undefined) repeats.delete(oldest);
    return count;
  };
}

/** Whether the nth of the same kind is worth a line: a flood must not become one of lines. */
export function isWorthTelling(nth: number): boolean {
  return nth <= TOLD_ALONE || Number.isInteger(Math.log2(nth / TOLD_ALONE));
}
