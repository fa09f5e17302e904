import type { VideoProvider } from '../providers/provider.js';
import type { Claim } from '../tasks/claims.js';
import { askProvider } from './ask-provider.js';
import type { FetchedOutput, PollerContext } from './poller-context.js';

/** A shutdown waits for the question. */
const ASK_TIMEOUT_MS = 10_000;

/**
 * Fetches a finished video by its stored link. Links are signed for a while, and files are moved: where this one fails, the
 * provider is asked for the link that it would give now.
 */
export async function fetchFinished(
  context: PollerContext,
  provider: VideoProvider,
  { work }: Pick<Claim, 'work'>,
  storedUrl: string,
): Promise<FetchedOutput> {
  const fetched = await context.media.fetchOutput(storedUrl);
  if (fetched.kind === 'fetched') return fetched;
  const signal = AbortSignal.timeout(ASK_TIMEOUT_MS);
  const [told] = await askProvider(context, provider, () => provider.check([work.operation], signal), []);
  const output = told?.kind === 'completed' ? told.output : null;
  const freshUrl = output?.kind === 'url' && output.url !== storedUrl ? output.url : null;
  return freshUrl === null ? fetched : context.media.fetchOutput(freshUrl);
}
