import { SAFETY_CATEGORIES, type SafetyCategory } from '../tasks/task.js';

/** How likely a frame shows each category: 0-1, together 1. */
export type FrameLikelihood = Readonly<Record<SafetyCategory, number>>;

/**
 * How sensitive a frame is, 0-1: what is pornographic counts in full, drawn or not; what is only suggestive counts half,
 * so that it alone never passes 0.5.
 */
export function scoreFrame({ PORN, HENTAI, SEXY }: FrameLikelihood): number {
  return Math.min(1, PORN + HENTAI + SEXY / 2);
}

/** What a frame most likely shows. */
export function likeliestCategory(likelihood: FrameLikelihood): SafetyCategory {
  return SAFETY_CATEGORIES.reduce((best, each) => (likelihood[each] > likelihood[best] ? each : best));
}
