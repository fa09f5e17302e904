import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import { checkTaskInput } from './check-task-input.js';
import { priceResult, totalCost, type PriceBreakdown } from './estimate-cost.js';
import { routeTask } from './route-task.js';
import type { CheckedTask, MediaSource, TaskInput } from './task-input.js';
import type { Cost, ProviderName } from './task.js';
import type { UserError, Warning } from './user-error.js';

type Context = {
  providers: readonly VideoProvider[];
  reasonSetAside: FindSetAsideReason;
  findAssets(callerId: string, ids: readonly string[]): Promise<{ id: string; durationSeconds: number | null }[]>;
};

/** What a task would cost and who would make it; `cost` is null when the provider is free. */
type TaskEstimate = {
  provider: ProviderName;
  cost: Cost | null;
  results: ({ index: number } & PriceBreakdown)[];
  warnings: Warning[];
};

export type EstimateOutcome =
  { kind: 'estimated'; estimate: TaskEstimate } | { kind: 'refused'; userErrors: UserError[] };

/** Checks and routes an input as creation would, and prices it. Nothing is stored, fetched or spent. */
export async function estimateTask(context: Context, callerId: string, input: TaskInput): Promise<EstimateOutcome> {
  const checked = checkTaskInput(input);
  if (checked.kind === 'refused') return checked;
  const { task } = checked;
  const route = routeTask(context.providers, context.reasonSetAside, task);
  if (route.kind === 'refused') return route;
  const { name, capabilities } = route.provider;
  const billsInputs = capabilities.price !== null && capabilities.billsInputSeconds.includes(task.mode);
  const inputSeconds = billsInputs ? await secondsOf(context, callerId, task) : 0;
  if (typeof inputSeconds !== 'number') return { kind: 'refused', userErrors: inputSeconds };
  const breakdown = priceResult(capabilities, { ...task, inputSeconds });
  const results = Array.from({ length: task.numberResults }, (_, index) => ({ index, ...breakdown }));
  const each: Cost | null = capabilities.price === null ? null : { usd: breakdown.usd, estimated: true };
  const cost = totalCost(results.map(() => each));
  const warnings = [...task.warnings, ...route.warnings];
  return { kind: 'estimated', estimate: { provider: name, cost, results, warnings } };
}

/** How long the input videos are, or what stands in the way of knowing it. */
async function secondsOf(context: Context, callerId: string, { inputs }: CheckedTask): Promise<number | UserError[]> {
  const given = [
    ...[inputs.continueFrom, inputs.editVideo].flatMap((source, position) =>
      source === null ? [] : [{ source, path: [position === 0 ? 'continueFrom' : 'editVideo'] }],
    ),
    ...inputs.referenceVideos.map((source, position) => ({ source, path: ['referenceVideos', String(position)] })),
  ];
  const assets = await context.findAssets(callerId, given.map(({ source }) => source).flatMap(assetIdOf));
  const lengths = new Map(assets.map(({ id, durationSeconds }) => [id, durationSeconds ?? 0]));
  const userErrors = given.flatMap(({ source, path }): UserError[] => {
    const full = ['input', 'inputs', ...path];
    if (source.kind !== 'assetId') {
      const message = 'The length of this video decides the price. Import it first (importMedia) and give its assetId.';
      return [{ code: 'REQUIRED', message, path: full }];
    }
    if (lengths.has(source.value)) return [];
    return [{ code: 'NOT_FOUND', message: 'There is no media asset of this id, or it has expired.', path: full }];
  });
  if (userErrors.length > 0) return userErrors;
  return given.reduce((sum, { source }) => sum + (lengths.get(source.value) ?? 0), 0);
}

function assetIdOf({ kind, value }: MediaSource): string[] {
  return kind === 'assetId' ? [value] : [];
}
