import type { VideoProvider } from '../providers/provider.js';
import type { PollerContext } from './poller-context.js';

/**
 * Asks a provider something. Adapters do not throw for upstream trouble, so whatever they throw is a bug: it is logged
 * and counts as no answer, and the results of other providers, and the lane, go on.
 */
export async function askProvider<Answer, Silence>(
  { logger }: PollerContext,
  provider: VideoProvider,
  question: () => Promise<Answer>,
  noAnswer: Silence,
): Promise<Answer | Silence> {
  try {
    return await question();
  } catch (error) {
    logger.error({ err: error, provider: provider.name }, 'a provider threw instead of answering');
    return noAnswer;
  }
}
