import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkUrl } from '../lib/check-url.js';
import type { ProviderName } from '../tasks/task.js';

/** Where a provider may say that an operation is done. */
export type CallbackSite = { secret: string; publicUrl: string };

/**
 * The address of one operation: nobody who does not have it can make it up, and it tells nothing but the start key.
 * Null when this gateway is not reachable from the public internet by https: services refuse a whole start for such an
 * address (docs.evolink.ai: https only, no private address, at most 2048 characters).
 */
export function callbackAddress(
  { secret, publicUrl }: CallbackSite,
  provider: ProviderName,
  startKey: string,
): string | null {
  if (checkUrl(publicUrl, false).kind !== 'allowed') return null;
  const token = `${startKey}.${sign(secret, provider, startKey)}`;
  return `${publicUrl}/callbacks/${provider.toLowerCase()}/${token}`;
}

/** The start key of a token that this gateway signed for the provider; null for any other. Constant time. */
export function readCallbackToken(secret: string, provider: ProviderName, token: string): string | null {
  const [startKey = '', signature = ''] = token.split('.', 2);
  const right = Buffer.from(sign(secret, provider, startKey));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given) ? startKey : null;
}

function sign(secret: string, provider: ProviderName, startKey: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['callback', provider, startKey]))
    .digest('base64url');
}
