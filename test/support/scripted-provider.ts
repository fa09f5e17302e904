import { z } from 'zod';
import type { Json } from '../../src/lib/json.js';
import { ANIMATIC_CAPABILITIES } from '../../src/providers/animatic/capabilities.js';
import type {
  CheckOutcome,
  ProviderCapabilities,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../../src/providers/provider.js';

const storedOperation = z.object({ startKey: z.string() });

/** A provider that does what its test says, and remembers what it was asked. */
export type ScriptedProvider = VideoProvider & {
  starts: VideoRequest[];
  cancelled: Json[];
  released: Json[];
};

export type Script = {
  start?: (request: VideoRequest) => Promise<StartOutcome> | StartOutcome;
  check?: (startKey: string) => Promise<CheckOutcome> | CheckOutcome;
  recover?: (request: VideoRequest) => StartOutcome | null;
  capabilities?: Partial<ProviderCapabilities>;
};

/** By default it accepts everything and never finishes. */
export function createScriptedProvider(script: Script = {}): ScriptedProvider {
  const starts: VideoRequest[] = [];
  const cancelled: Json[] = [];
  const released: Json[] = [];
  const accept = ({ startKey, prompt }: VideoRequest): StartOutcome => ({
    kind: 'started',
    operation: { startKey },
    providerTaskId: startKey,
    actualPrompt: prompt,
  });
  return {
    name: 'ANIMATIC',
    capabilities: { ...ANIMATIC_CAPABILITIES, ...script.capabilities },
    starts,
    cancelled,
    released,
    freeSlots: () => null,
    start: (requests) => {
      starts.push(...requests);
      return Promise.all(requests.map(async (request) => (script.start ?? accept)(request)));
    },
    check: (operations) =>
      Promise.all(
        operations.map(async (operation) => {
          const { startKey } = storedOperation.parse(operation);
          return script.check?.(startKey) ?? { kind: 'running' as const, progress: 0, etaSeconds: null };
        }),
      ),
    recover: async (request) => (script.recover ?? accept)(request),
    cancel: async (operation) => {
      cancelled.push(operation);
      return { stillBilled: false };
    },
    release: async (operation) => {
      released.push(operation);
    },
  };
}
