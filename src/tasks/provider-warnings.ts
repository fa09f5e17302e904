import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import type { Warning } from './user-error.js';

/** What is asked of a provider, as far as it may do it differently. `seed` is null when any will do. */
type Asked = { seed: number | null; isPinned: boolean };

/** What the chosen provider does not do as asked, or not now, where that is no reason to refuse. */
export function providerWarnings(
  { seed, isPinned }: Asked,
  { name, capabilities }: VideoProvider,
  reasonSetAside: FindSetAsideReason,
): Warning[] {
  const warnings: Warning[] = [];
  if (seed !== null && seed < capabilities.minSeed) {
    const message = `${name} takes seeds from ${capabilities.minSeed} on: ${seed} became ${capabilities.minSeed}.`;
    warnings.push({ code: 'SEED_ADJUSTED', path: ['input', 'seed'], message });
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
export function isProviderWarning({ code }: Warning): boolean {
  return code === 'SEED_ADJUSTED' || code === 'WAITS_FOR_PROVIDER';
}
