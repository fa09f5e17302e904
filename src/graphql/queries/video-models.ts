import { Query, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { FindSetAsideReason, SetAsideReason, VideoProvider } from '../../providers/provider.js';
import { VIDEO_MODELS, type ModeLimits, type SizeTable, type VideoModel as ModelLimits } from '../../tasks/models.js';
import { ASPECT_RATIOS, VIDEO_MODES, VIDEO_QUALITIES, type VideoMode } from '../../tasks/task.js';
import {
  VideoModel,
  type VideoModeLimits,
  type VideoModelProvider,
  type VideoModeRestriction,
  type VideoSize,
} from '../types/video-model.js';

/** The part of a provider that is data. */
export type ProviderData = Pick<VideoProvider, 'name' | 'capabilities'>;

type Restriction = ProviderData['capabilities']['restrictions'][VideoMode];

@Resolver()
export class VideoModelsQuery {
  constructor(
    private readonly providers: readonly ProviderData[],
    private readonly reasonSetAside: FindSetAsideReason,
  ) {}

  @Query(() => [VideoModel], {
    complexity: work(10),
    description: 'Every model with its limits, and who can make it here, as data.',
  })
  videoModels(): VideoModel[] {
    const providers = this.providers.map((each) => toProvider(each, this.reasonSetAside(each.name)));
    return VIDEO_MODELS.map((model) => ({
      name: model.name,
      promptMaxCharacters: model.promptMaxCharacters,
      negativePromptMaxCharacters: model.negativePromptMaxCharacters,
      frameRate: model.frameRate,
      numberResults: model.numberResults,
      outputQuality: model.outputQuality,
      sizes: toSizes(model.sizes),
      modes: VIDEO_MODES.map((mode) => toModeLimits(model, mode, model.modes[mode])),
      providers,
    }));
  }
}

function toModeLimits(model: ModelLimits, mode: VideoMode, limits: ModeLimits): VideoModeLimits {
  const inputs = (rule: string): string[] =>
    Object.entries(limits.inputs).flatMap(([role, given]) => (given === rule ? [role] : []));
  const { promptRequired, maxReferences, maxDurationSeconds } = limits;
  const durationSeconds = { min: model.durationSeconds.min, max: maxDurationSeconds };
  const roles = { requiredInputs: inputs('required'), allowedInputs: inputs('allowed') };
  return { mode, promptRequired, ...roles, maxReferences, durationSeconds };
}

function toProvider(
  { name, capabilities }: ProviderData,
  unavailableReason: SetAsideReason | null,
): VideoModelProvider {
  const { modes, outputFormats, sizes, reportsProgress, price, canBeSilent, takesOutputQuality } = capabilities;
  return {
    provider: name,
    available: unavailableReason === null,
    unavailableReason,
    modes: [...modes],
    restrictions: modes.flatMap((mode) => toRestriction(mode, capabilities.restrictions[mode])),
    outputFormats: [...outputFormats],
    sizes: toSizes(sizes),
    durationSeconds: { min: capabilities.minDurationSeconds, max: capabilities.maxDurationSeconds },
    seed: { min: capabilities.minSeed, max: capabilities.maxSeed },
    reportsProgress,
    costsMoney: price !== null,
    prices: price === null ? [] : VIDEO_QUALITIES.map((quality) => ({ quality, usdPerSecond: price[quality] })),
    billsInputSeconds: [...capabilities.billsInputSeconds],
    safetyModes: [...capabilities.safetyModes],
    canBeSilent,
    takesOutputQuality,
    canBeStopped: capabilities.cancels !== 'never',
  };
}

function toRestriction(mode: VideoMode, restriction: Restriction): VideoModeRestriction[] {
  if (restriction === undefined) return [];
  const { maxDurationSeconds = null, maxReferenceImages = null, maxReferenceVideos = null } = restriction;
  const { refusedInputs = [], promptRequired = false } = restriction;
  const most = { maxDurationSeconds, maxReferenceImages, maxReferenceVideos };
  return [{ mode, ...most, refusedInputs: [...refusedInputs], promptRequired }];
}

function toSizes(table: SizeTable): VideoSize[] {
  return VIDEO_QUALITIES.flatMap((quality) =>
    ASPECT_RATIOS.map((aspectRatio) => {
      const [width, height] = table[quality][aspectRatio];
      return { quality, aspectRatio, width, height };
    }),
  );
}
