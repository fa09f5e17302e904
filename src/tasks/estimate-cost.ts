import type { ProviderCapabilities } from '../providers/provider.js';
import type { Cost, VideoMode, VideoQuality } from './task.js';

/** What the price of one result depends on. */
export type PricedResult = {
  mode: VideoMode;
  quality: VideoQuality;
  durationSeconds: number;
  /** Seconds of the videos among the inputs. */
  inputSeconds: number;
};

/** How the price of one result comes about. */
export type PriceBreakdown = { usdPerSecond: number; videoSeconds: number; billedInputSeconds: number; usd: number };

/** The price of one result by the provider's price list: seconds made, and seconds read where these are billed too. */
export function priceResult(capabilities: ProviderCapabilities, result: PricedResult): PriceBreakdown {
  const { price, billsInputSeconds } = capabilities;
  const usdPerSecond = price?.[result.quality] ?? 0;
  const billedInputSeconds = billsInputSeconds.includes(result.mode) ? result.inputSeconds : 0;
  const usd = roundUsd(usdPerSecond * (result.durationSeconds + billedInputSeconds));
  return { usdPerSecond, videoSeconds: result.durationSeconds, billedInputSeconds, usd };
}

/** What a result will cost; null when the provider is free. */
export function estimateCost(capabilities: ProviderCapabilities, result: PricedResult): Cost | null {
  return capabilities.price === null ? null : { usd: priceResult(capabilities, result).usd, estimated: true };
}

/** The costs of several results together; null when all are free. */
export function totalCost(costs: readonly (Cost | null)[]): Cost | null {
  const known = costs.filter((cost) => cost !== null);
  if (known.length === 0) return null;
  const usd = roundUsd(known.reduce((sum, cost) => sum + cost.usd, 0));
  return { usd, estimated: known.some((cost) => cost.estimated) };
}

/** To a millionth: sums of prices must not show what binary fractions leave over. */
function roundUsd(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
