import type { Counter, Gauge, Registry } from 'prom-client';

/** A number that is only put into its metric when somebody reads it: adding to it costs nothing. */
export type Counted = { add(more: number): void };

type Metric = typeof Counter<string> | typeof Gauge<string>;

/** Makes metrics without labels that are counted in passing. */
export function countedWith(registry: Registry) {
  return (Kind: Metric, name: string, help: string): Counted => {
    let total = 0;
    const metric: Counter | Gauge = new Kind({
      name,
      help,
      registers: [registry],
      collect: () => {
        metric.reset();
        metric.inc(total);
      },
    });
    return {
      add: (more) => {
        total += more;
      },
    };
  };
}
