import { Webhook } from 'standardwebhooks';

/**
 * The headers of one attempt, as Standard Webhooks has them: an id that stays, the time of the attempt, and a signature by
 * each of the secrets (`whsec_…`), so that receivers may know the old one, the new one, or both.
 */
export function signHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
