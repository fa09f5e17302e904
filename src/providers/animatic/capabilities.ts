import { WAN_2_7_SIZES } from '../../tasks/models.js';
import { OUTPUT_FORMATS, VIDEO_MODES } from '../../tasks/task.js';
import type { ProviderCapabilities } from '../provider.js';

/** The embedded engine does everything the model offers. */
export const ANIMATIC_CAPABILITIES: ProviderCapabilities = {
  modes: VIDEO_MODES,
  restrictions: {},
  outputFormats: OUTPUT_FORMATS,
  takesOutputQuality: true,
  canBeSilent: true,
  safetyModes: ['NONE'],
  sizes: WAN_2_7_SIZES,
  minDurationSeconds: 2,
  maxDurationSeconds: 15,
  minSeed: 0,
  maxSeed: 2_147_483_647,
  reportsProgress: true,
  operationsAreLocal: true,
  price: null,
  billsInputSeconds: [],
  cancels: 'always',
  checkBatch: 64,
  checksPerSecond: null,
  typicalSeconds: { P720: 5, P1080: 10 },
  // Only a last resort: a renderer that falls silent is ended by its queue, and the time the machine is off counts too.
  deadlineSeconds: 7 * 24 * 60 * 60,
};
