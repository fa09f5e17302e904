import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import { VIDEO_MODELS } from './models.js';
import type { Warning } from './user-error.js';

const [
  {
    outputQuality: { default: DEFAULT_OUTPUT_QUALITY },
  },
] = VIDEO_MODELS;

const OUTPUT_QUALITY_PATH = ['input', 'output', 'quality'];

/** What is asked of a provider, as far as it may do it differently. `seed` is null when any will do. */
type Asked = { seed: number | null; outputQuality: number; isPinned: boolean };

/** What the chosen provider does not do as asked, or not now, where that is no reason to refuse. */
export function providerWarnings(
  { seed, outputQuality, isPinned }: Asked,
  { name, capabilities }: VideoProvider,
  reasonSetAside: FindSetAsideReason,
): Warning[] {
  const warnings: Warning[] = [];
  if (seed !== null && seed < capabilities.minSeed) {
    const message = `${name} takes seeds from ${capabilities.minSeed} on: ${seed} became ${capabilities.minSeed}.`;
    warnings.push({ code: 'SEED_ADJUSTED', path: ['input', 'seed'], message });
  }
  if (outputQuality !== DEFAULT_OUTPUT_QUALITY && !capabilities.takesOutputQuality) {
    const message = `${name} has one compression quality: ${outputQuality} has no effect.`;
    warnings.push({ code: 'OPTION_IGNORED', path: OUTPUT_QUALITY_PATH, message });
  }
  const reason = reasonSetAside(name);
  if (reason !== null) {
    const until = isPinned ? 'it works again' : 'it, or another that can make it, works again';
    const message = `${name} ${reason} at the moment: the task waits until ${until}.`;
    warnings.push({ code: 'WAITS_FOR_PROVIDER', path: isPinned ? ['input', 'provider'] : ['input'], message });
  }
  return warnings;
}

/** Whether a warning is about a provider, at the moment it was chosen, rather than about the input. */
export function isProviderWarning({ code, path }: Warning): boolean {
  if (code === 'SEED_ADJUSTED' || code === 'WAITS_FOR_PROVIDER') return true;
  return code === 'OPTION_IGNORED' && path.join('.') === OUTPUT_QUALITY_PATH.join('.');
}
