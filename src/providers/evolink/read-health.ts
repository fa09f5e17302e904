import type { HealthOutcome } from '../provider.js';
import { redactText } from '../redact-answer.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { readError } from './errors.js';
import { creditsSchema } from './wire.js';

/** What `GET /v1/credits` says about the key; EvoLink recommends it as the check that costs nothing. */
export function readHealth(answer: UpstreamAnswer): HealthOutcome {
  if (answer.kind !== 'answered') return { kind: 'unanswered', message: answer.message };
  const { status, body } = answer;
  const told = readError(body)?.message;
  const message = redactText(`EvoLink answered HTTP ${status}${told == null ? '.' : `: ${told}`}`);
  if (status === 401 || status === 403) return { kind: 'refused', message };
  const credits = creditsSchema.safeParse(body);
  if (status >= 300 || !credits.success) return { kind: 'unanswered', message };
  if (credits.data.success) return { kind: 'healthy' };
  return {
    kind: 'unanswered',
    message: `EvoLink does not tell the credits: ${redactText(credits.data.message ?? 'no reason')}`,
  };
}
