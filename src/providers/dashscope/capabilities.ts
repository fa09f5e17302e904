import { WAN_2_7_SIZES } from '../../tasks/models.js';
import { VIDEO_MODES } from '../../tasks/task.js';
import type { PricePerSecond, ProviderCapabilities } from '../provider.js';

/**
 * What Model Studio sells of Wan 2.7 (alibabacloud.com/help/en/model-studio: text-to-video, image-to-video, video-to-video
 * and video-editing references). It publishes prices by region only, so the price is given.
 */
export function dashscopeCapabilities(price: PricePerSecond): ProviderCapabilities {
  return {
    modes: VIDEO_MODES,
    restrictions: {
      // A voice belongs to one reference there (`reference_voice`), and is not what drives the video.
      REFERENCE_TO_VIDEO: { refusedInputs: ['audio'] },
      // The edited video, cut to 2-10 s, and up to four images.
      VIDEO_EDIT: { maxDurationSeconds: 10, maxReferenceImages: 4 },
    },
    outputFormats: ['MP4'],
    takesOutputQuality: false,
    canBeSilent: false,
    safetyModes: ['NONE'],
    sizes: WAN_2_7_SIZES,
    minDurationSeconds: 2,
    maxDurationSeconds: 15,
    minSeed: 0,
    maxSeed: 2_147_483_647,
    reportsProgress: false,
    operationsAreLocal: false,
    price,
    billsInputSeconds: ['REFERENCE_TO_VIDEO', 'VIDEO_EDIT'],
    cancels: 'while-queued',
    checkBatch: 1,
    // 20 for the whole account (…/manage-asynchronous-tasks); some are left for its other users.
    checksPerSecond: 15,
    typicalSeconds: { P720: 120, P1080: 200 },
    // A busy queue may hold a task for hours; after 24 the service has forgotten its id.
    deadlineSeconds: 6 * 60 * 60,
  };
}
