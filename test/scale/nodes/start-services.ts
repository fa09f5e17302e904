import { join } from 'node:path';
import { createDisposal } from '../../../src/lib/disposal.js';
import { startEvolinkDouble } from '../../providers/doubles/evolink.mjs';
import { startRunwareDouble } from '../../providers/doubles/runware.mjs';
import { drawFields, makeClip } from '../../support/make-media.js';

/** A start that a service has accepted, and is paid for. `key` is the same for starts that are meant to be one. */
export type PaidStart = { provider: 'EVOLINK' | 'RUNWARE'; id: string; key: string; callbackUrl: string | null };

/** Two services: one never bills a start key twice, the other one cannot tell. */
export type ScaleServices = AsyncDisposable & {
  variables: Readonly<Record<string, string>>;
  starts(): PaidStart[];
  evolink: Awaited<ReturnType<typeof startEvolinkDouble>>;
  runware: Awaited<ReturnType<typeof startRunwareDouble>>;
};

/** Videos of tasks whose prompt has it come out; all others fail at the service, which costs this machine nothing. */
export const FILMED = 'filmed';
/** Operations of tasks whose prompt has it never end. */
export const ENDLESS = 'endless';

const SIZE = { width: 64, height: 64 };
const REFUSAL = { kind: 'fail', message: 'The content is against the rules.' } as const;

/** @param generationMs how long an operation takes. */
export async function startScaleServices(folder: string, generationMs: number): Promise<ScaleServices> {
  const stack = createDisposal();
  const draw = (context: Parameters<typeof drawFields>[0], index: number): void => drawFields(context, index * 12);
  const videoPath = await makeClip(join(folder, 'clip.mp4'), { ...SIZE, frames: 30, draw });
  const outcomeOf = (text: string, code: string) => {
    if (text.includes(ENDLESS)) return { kind: 'hang' } as const;
    return text.includes(FILMED) ? ({ kind: 'succeed' } as const) : { ...REFUSAL, code };
  };
  const shared = { videoPath, generationMs, allowPrivateCallbacks: true };
  const evolink = stack.use(
    await startEvolinkDouble({ ...shared, outcomeOf: ({ prompt }) => outcomeOf(prompt, 'content_policy_violation') }),
  );
  const runware = stack.use(
    await startRunwareDouble({
      ...shared,
      outcomeOf: ({ positivePrompt }) => outcomeOf(positivePrompt, 'contentPolicyViolation'),
    }),
  );
  return {
    evolink,
    runware,
    variables: {
      EVOLINK_API_KEY: evolink.key,
      EVOLINK_BASE_URL: evolink.baseUrl,
      EVOLINK_FILES_URL: evolink.filesBaseUrl,
      RUNWARE_API_KEY: runware.key,
      RUNWARE_BASE_URL: runware.baseUrl,
      UNSAFE_ALLOW_PRIVATE_URLS: 'true',
    },
    starts: () => [
      ...evolink.starts.map(({ id, body }) => {
        return { provider: 'EVOLINK' as const, id, key: body.prompt, callbackUrl: body.callback_url ?? null };
      }),
      ...runware.starts.map(({ id, body }) => {
        return { provider: 'RUNWARE' as const, id, key: body.positivePrompt, callbackUrl: body.webhookURL ?? null };
      }),
    ],
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
