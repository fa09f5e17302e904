import { z } from 'zod';
import type { Json } from '../../src/lib/json.js';
import { ANIMATIC_CAPABILITIES } from '../../src/providers/animatic/capabilities.js';
import type {
  CancelOutcome,
  CheckOutcome,
  HealthOutcome,
  LostStart,
  MaySend,
  ProviderCapabilities,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../../src/providers/provider.js';
import type { ProviderName } from '../../src/tasks/task.js';
import { running, started } from './outcomes.js';

const storedOperation = z.object({ startKey: z.string() });

/** A provider that does what its test says, and remembers what it was asked. */
export type ScriptedProvider = VideoProvider & {
  starts: VideoRequest[];
  /** The start keys of the operations of each check, in order. */
  checks: string[][];
  recoveries: LostStart[];
  cancelled: Json[];
  released: Json[];
};

type Answer<Value> = Promise<Value> | Value;

/** What a test says; the rest is as the embedded engine has it. */
export type Script = {
  name?: ProviderName;
  capabilities?: Partial<ProviderCapabilities>;
  start?: (request: VideoRequest) => Answer<StartOutcome>;
  check?: (startKey: string) => Answer<CheckOutcome>;
  recover?: (request: VideoRequest, lost: LostStart) => Answer<StartOutcome | null>;
  readCallback?: (body: unknown) => StartOutcome | null;
  cancel?: (operation: Json) => Answer<CancelOutcome>;
  health?: () => Answer<HealthOutcome>;
};

/** What sets a service that sells videos apart from the embedded engine. */
export const PAID: Partial<ProviderCapabilities> = {
  operationsAreLocal: false,
  price: { P720: 0.1, P1080: 0.15 },
  cancels: 'never',
  checkBatch: 1,
  typicalSeconds: { P720: 100, P1080: 200 },
  deadlineSeconds: 3600,
};

/** By default it accepts everything and never finishes. */
export function createScriptedProvider(script: Script = {}): ScriptedProvider {
  const capabilities = { ...ANIMATIC_CAPABILITIES, ...script.capabilities };
  const starts: VideoRequest[] = [];
  const checks: string[][] = [];
  const recoveries: LostStart[] = [];
  const cancelled: Json[] = [];
  const released: Json[] = [];
  const accept = ({ startKey, prompt }: VideoRequest): StartOutcome => started(startKey, prompt);

  /** As adapters do: a service is sent nothing without a permission, and the embedded engine asks for none. */
  async function start(request: VideoRequest, maySend: MaySend): Promise<StartOutcome> {
    if (!capabilities.operationsAreLocal && !(await maySend(request.startKey))) return { kind: 'withheld' };
    starts.push(request);
    return (script.start ?? accept)(request);
  }

  return {
    name: script.name ?? 'ANIMATIC',
    capabilities,
    starts,
    checks,
    recoveries,
    cancelled,
    released,
    freeSlots: () => null,
    start: (requests, maySend) => Promise.all(requests.map((request) => start(request, maySend))),
    check: (operations) => {
      const startKeys = operations.map((operation) => storedOperation.parse(operation).startKey);
      checks.push(startKeys);
      return Promise.all(startKeys.map(async (startKey) => script.check?.(startKey) ?? running(0)));
    },
    recover: async (lost) => {
      recoveries.push(lost);
      return (script.recover ?? accept)(lost.request, lost);
    },
    readCallback: (body) => script.readCallback?.(body) ?? null,
    cancel: async (operation) => {
      cancelled.push(operation);
      return script.cancel?.(operation) ?? { kind: 'stopped' };
    },
    health: async () => script.health?.() ?? { kind: 'healthy' },
    release: async (operation) => {
      released.push(operation);
    },
  };
}
