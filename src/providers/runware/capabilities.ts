import { OUTPUT_FORMATS } from '../../tasks/task.js';
import type { PricePerSecond, ProviderCapabilities } from '../provider.js';

/** Input items of one kind that a task may name (runware.ai/docs/models/alibaba-wan2-7). */
const MAX_REFERENCES = 1;
/** Whole seconds, once references are given (same page). */
const MAX_SECONDS_WITH_REFERENCES = 10;

/**
 * What Runware does with `alibaba:wan@2.7` (runware.ai/docs/models/alibaba-wan2-7). The page speaks of continuation and
 * video editing, but documents no field for either, so both are left out.
 */
export function runwareCapabilities(price: PricePerSecond): ProviderCapabilities {
  return {
    modes: ['TEXT_TO_VIDEO', 'IMAGE_TO_VIDEO', 'FIRST_LAST_FRAME', 'REFERENCE_TO_VIDEO'],
    restrictions: {
      REFERENCE_TO_VIDEO: {
        maxDurationSeconds: MAX_SECONDS_WITH_REFERENCES,
        maxReferenceImages: MAX_REFERENCES,
        maxReferenceVideos: MAX_REFERENCES,
        refusedInputs: ['firstFrame'],
      },
    },
    outputFormats: OUTPUT_FORMATS,
    takesOutputQuality: true,
    canBeSilent: true,
    safetyModes: ['NONE', 'FAST', 'FULL'],
    sizes: RUNWARE_SIZES,
    minDurationSeconds: 2,
    maxDurationSeconds: 15,
    minSeed: 0,
    maxSeed: 2_147_483_647,
    reportsProgress: false,
    operationsAreLocal: false,
    price,
    billsInputSeconds: ['REFERENCE_TO_VIDEO'],
    cancels: 'never',
    checkBatch: 100,
    checksPerSecond: 5,
    typicalSeconds: { P720: 110, P1080: 170 },
    deadlineSeconds: 3600,
  };
}

/** Runware's own table: 4:3 and 3:4 differ from what other services make (runware.ai/docs/models/alibaba-wan2-7). */
export const RUNWARE_SIZES: ProviderCapabilities['sizes'] = {
  P720: {
    LANDSCAPE_16_9: [1280, 720],
    PORTRAIT_9_16: [720, 1280],
    SQUARE_1_1: [960, 960],
    LANDSCAPE_4_3: [1088, 832],
    PORTRAIT_3_4: [832, 1088],
  },
  P1080: {
    LANDSCAPE_16_9: [1920, 1080],
    PORTRAIT_9_16: [1080, 1920],
    SQUARE_1_1: [1440, 1440],
    LANDSCAPE_4_3: [1632, 1248],
    PORTRAIT_3_4: [1248, 1632],
  },
};
