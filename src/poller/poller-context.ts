import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import type { InputFiles, VideoProvider } from '../providers/provider.js';
import type { Announcer } from '../tasks/announcer.js';
import type { VideoTask } from '../tasks/video-task.js';

/** What a step needs besides the claim it works on. */
export type PollerContext = {
  prisma: PrismaClient;
  announcer: Announcer;
  providers: readonly VideoProvider[];
  media: PollerMedia;
  /** This process's name among workers. */
  worker: string;
  logger: Logger;
};

/** The part of the media room that steps use. */
export type PollerMedia = {
  /** Local copies of a task's input files, or the id of one that is gone. */
  openInputs(task: VideoTask): Promise<InputFiles | { missingAssetId: string }>;
  /** Moves a finished output into the store; repeated after a crash it finds its own work. */
  keepOutput(output: FinishedOutput): Promise<KeptOutput | { rejected: string }>;
  /** Deletes what `keepOutput` made, as nobody wants it any more. */
  dropOutput(task: VideoTask, kept: KeptOutput): Promise<void>;
};

type FinishedOutput = { task: VideoTask; resultIndex: number; startKey: string; path: string };
export type KeptOutput = { videoAssetId: string; posterAssetId: string | null; expiresAt: Date | null };
