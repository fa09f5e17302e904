import type { ProviderConfig } from '../../src/config/config.js';
import { createDisposal } from '../../src/lib/disposal.js';
import { startDashScopeDouble } from '../providers/doubles/dashscope.mjs';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { startRunwareDouble } from '../providers/doubles/runware.mjs';
import { startGateway, type TestGateway } from './start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from './temporary-directory.js';

type Doubles = {
  evolink: Awaited<ReturnType<typeof startEvolinkDouble>>;
  runware: Awaited<ReturnType<typeof startRunwareDouble>>;
  dashscope: Awaited<ReturnType<typeof startDashScopeDouble>>;
};

/** The product in front of doubles of all three services, in this order: EvoLink, Runware, DashScope. */
export type UpstreamGateway = AsyncDisposable & Doubles & { url: string; gateway: TestGateway };

const PRICE = { P720: 0.1, P1080: 0.15 };

/** `queueMs`: how long DashScope keeps a task waiting, in which time it can be cancelled. */
export async function startUpstreamGateway({ queueMs = 0, generationMs = 0 } = {}): Promise<UpstreamGateway> {
  const stack = createDisposal();
  const folder = stack.use(await createTemporaryDirectory());
  const options = { videoPath: await makeShortClip(folder.path), generationMs };
  const evolink = stack.use(await startEvolinkDouble(options));
  const runware = stack.use(await startRunwareDouble(options));
  const dashscope = stack.use(await startDashScopeDouble({ ...options, queueMs }));
  const providers: ProviderConfig[] = [
    { name: 'EVOLINK', apiKey: evolink.key, baseUrl: evolink.baseUrl, filesBaseUrl: evolink.url, price: PRICE },
    { name: 'RUNWARE', apiKey: runware.key, baseUrl: runware.baseUrl, price: PRICE },
    { name: 'DASHSCOPE', apiKey: dashscope.key, baseUrl: dashscope.baseUrl, price: PRICE },
  ];
  const gateway = stack.use(await startGateway({ config: { providers } }));
  return {
    evolink,
    runware,
    dashscope,
    gateway,
    url: gateway.url,
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
