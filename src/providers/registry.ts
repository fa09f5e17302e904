import type { Disposal } from '../lib/disposal.js';
import { createAnimatic, type AnimaticOptions } from './animatic/adapter.js';
import { createDashScope } from './dashscope/adapter.js';
import { createEvolink } from './evolink/adapter.js';
import type { ProviderName } from '../tasks/task.js';
import type { FileCache } from './file-cache.js';
import type { PricePerSecond, VideoProvider } from './provider.js';
import { createRunware } from './runware/adapter.js';
import type { WatchUpstream } from './upstream-client.js';

/** A service with its key, or the embedded engine. */
type Setting =
  | { name: 'EVOLINK'; apiKey: string; baseUrl: string; filesBaseUrl: string; price: PricePerSecond }
  | { name: 'RUNWARE' | 'DASHSCOPE'; apiKey: string; baseUrl: string; price: PricePerSecond }
  | { name: 'ANIMATIC' };

type Provided = {
  animatic: AnimaticOptions;
  fileCache: FileCache;
  watch: (provider: ProviderName) => WatchUpstream;
};

/** Opens the adapters of a configuration, in its order; `disposal` closes them. */
export function openProviders(
  settings: readonly Setting[],
  { animatic, fileCache, watch }: Provided,
  disposal: Disposal,
): VideoProvider[] {
  return settings.map((setting) => {
    switch (setting.name) {
      case 'EVOLINK':
        return disposal.use(createEvolink({ ...setting, fileCache, watch: watch(setting.name) }));
      case 'RUNWARE':
        return disposal.use(createRunware({ ...setting, fileCache, watch: watch(setting.name) }));
      case 'DASHSCOPE':
        return disposal.use(createDashScope({ ...setting, fileCache, watch: watch(setting.name) }));
      case 'ANIMATIC':
        return disposal.use(createAnimatic(animatic));
    }
  });
}
