import { WAN_2_7_SIZES } from '../../tasks/models.js';
import { VIDEO_MODES } from '../../tasks/task.js';
import type { PricePerSecond, ProviderCapabilities } from '../provider.js';

/** What EvoLink's four Wan 2.7 models do (docs.evolink.ai, video-series/wan2.7). */
export function evolinkCapabilities(price: PricePerSecond): ProviderCapabilities {
  return {
    modes: VIDEO_MODES,
    // wan2.7-reference-video reads `audio_urls` as the voices of its references, not as the driving sound.
    restrictions: { REFERENCE_TO_VIDEO: { refusedInputs: ['audio'] } },
    outputFormats: ['MP4'],
    takesOutputQuality: false,
    canBeSilent: false,
    safetyModes: ['NONE'],
    sizes: WAN_2_7_SIZES,
    minDurationSeconds: 2,
    maxDurationSeconds: 15,
    minSeed: 1,
    maxSeed: 2_147_483_647,
    reportsProgress: true,
    operationsAreLocal: false,
    price,
    billsInputSeconds: ['REFERENCE_TO_VIDEO', 'VIDEO_EDIT'],
    // `task_info.can_cancel` exists, an endpoint for it does not.
    cancels: 'never',
    checkBatch: 1,
    // EvoLink publishes no limit; this one is ours.
    checksPerSecond: 10,
    typicalSeconds: { P720: 120, P1080: 180 },
    deadlineSeconds: 3600,
  };
}
