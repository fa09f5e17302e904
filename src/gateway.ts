import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { SCOPES, type Caller, type Scope } from './callers/caller.js';
import { createKey } from './callers/create-key.js';
import { listKeys } from './callers/list-keys.js';
import { ensureCaller, LOCAL_CALLER } from './callers/named-caller.js';
import { openAdmission, type CallerAdmission } from './callers/open-admission.js';
import { createAudit, NOWHERE, type Audit } from './callers/audit.js';
import { openRateLimiting, type RateLimiting } from './callers/open-rate-limiting.js';
import { readAllLimits, setLimits } from './callers/set-limits.js';
import { revokeKey } from './callers/revoke-key.js';
import type { Config } from './config/config.js';
import { readSecrets } from './config/secrets.js';
import type { PrismaClient } from './database/generated/client.js';
import { matchSecret } from './database/match-secret.js';
import { openDatabase } from './database/open-database.js';
import { createProviderFiles } from './database/provider-files.js';
import { isStoreUnavailable } from './database/store-unavailable.js';
import { createAnnouncer } from './events/announce.js';
import { createLocalBus, DELIVERIES_TOPIC, DUE_TOPIC, type Bus } from './events/bus.js';
import { openReads } from './events/open-reads.js';
import { openRedisBus } from './events/redis-bus.js';
import { startSweep } from './events/sweep.js';
import { watchCaller } from './events/watch-caller.js';
import { watchTask } from './events/watch-task.js';
import { countWatched } from './events/watched.js';
import { createContextFactory, type CreateContext } from './graphql/create-context.js';
import { createRenderEvent } from './graphql/render-event.js';
import { createSchema, type Commands } from './graphql/schema.js';
import { createDisposal, type Disposal } from './lib/disposal.js';
import { gatherLookups } from './lib/gather-lookups.js';
import type { Logger } from './lib/logger.js';
import type { Trail } from './lib/trail.js';
import { openRedis, type Redis } from './lib/open-redis.js';
import { isExpired, type MediaAsset } from './media/asset.js';
import { linkAsset } from './media/asset-link.js';
import { createAssetStore } from './media/asset-store.js';
import { createMediaUpload } from './media/create-media-upload.js';
import { deleteAssets } from './media/delete-assets.js';
import { findAssets } from './media/find-assets.js';
import { fetchOutput } from './media/fetch-output.js';
import { importMedia } from './media/import-media.js';
import { createConverter } from './media/convert.js';
import { createSafetyJudge } from './media/judge-safety.js';
import { keepOutput, type OutputRoom } from './media/keep-output.js';
import { createPictureMaker } from './media/make-pictures.js';
import type { DeliveredOutput } from './media/keep-video.js';
import type { MediaRouteOptions } from './media/media-route-options.js';
import { openFileStore } from './media/open-file-store.js';
import { openInputs } from './media/open-inputs.js';
import { createProbe } from './media/probe.js';
import { linkForProvider } from './media/provider-link.js';
import { resolveSource } from './media/resolve-source.js';
import { startMediaSweep } from './media/sweep.js';
import { sealUploadUrl } from './media/upload-address.js';
import { uploadOutput } from './media/upload-output.js';
import { linkStoryboard } from './media/storyboard-link.js';
import { createUploadStore } from './media/upload-store.js';
import type { FinishedOutput, PollerMedia } from './poller/poller-context.js';
import { startPoller } from './poller/poller.js';
import { watchProviderHealth } from './providers/provider-health.js';
import type { VideoProvider } from './providers/provider.js';
import { sweepRenders } from './providers/animatic/sweep-renders.js';
import { openProviders } from './providers/registry.js';
import { readUse } from './tasks/caller-limits.js';
import { cancelTask } from './tasks/cancel-task.js';
import { dropAllClaims } from './tasks/claims.js';
import type { ProviderName } from './tasks/task.js';
import { countOrphans } from './tasks/count-orphans.js';
import { createTask } from './tasks/create-task.js';
import { deleteTask } from './tasks/delete-task.js';
import { estimateTask } from './tasks/estimate-task.js';
import { findLiveStartKeys } from './tasks/find-live-start-keys.js';
import { findReplays } from './tasks/find-replays.js';
import { findTasks } from './tasks/find-tasks.js';
import { createInsertTask } from './tasks/insert-task.js';
import { listTasks } from './tasks/list-tasks.js';
import { nudgeResult } from './tasks/nudge-result.js';
import { outputAssetIds } from './tasks/output-asset-ids.js';
import { outputFileName } from './tasks/output-file-name.js';
import { createStoreTask } from './tasks/store-task.js';
import type { ResolveInput } from './tasks/resolve-inputs.js';
import { retryTask } from './tasks/retry-task.js';
import { openWatching, type Watching } from './watching/open-watching.js';
import { callbackAddress } from './webhooks/callback-address.js';
import type { CallbackRouteOptions } from './webhooks/callback-routes.js';
import { dropDeliveryClaims } from './webhooks/claim-deliveries.js';
import { startSender } from './webhooks/sender.js';
import { startDeliverySweep } from './webhooks/sweep-deliveries.js';
import { openWebhookDesk } from './webhooks/webhook-desk.js';

/** What the seed promises: https://docs.evolink.ai. */
const WEBHOOK_TIMEOUT_MS = 10_000;
/** What webhooks tell. */
const READS_TASKS: ReadonlySet<Scope> = new Set(['tasks:read']);

/** How others reach this node. Known for certain once the server listens, as the port may be any free one. */
type Site = { publicUrl: string };

/** Everything but the network: tasks can be created, followed and fetched. */
export type Gateway = AsyncDisposable & {
  config: Config;
  logger: Logger;
  site: Site;
  admission: CallerAdmission;
  rateLimiting: RateLimiting;
  audit: Audit;
  /** Who calls from this machine as long as there are no keys, and at the terminal. */
  localCaller: Caller;
  commands: Commands;
  schema: GraphQLSchema;
  createContext: CreateContext;
  media: MediaRouteOptions;
  callbacks: CallbackRouteOptions;
  watching: Watching;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  /** Whether an error says that the store could not serve just now. */
  isUnavailable(error: unknown): boolean;
};

/** What tests put in the place of the real thing. */
export type Overrides = {
  /** Instead of the providers of the configuration. */
  providers?: readonly VideoProvider[];
  /** Where the compiled child processes lie, when this file itself is not compiled. */
  compiledRoot?: URL;
};

/** The composition root: builds every object once, in the order in which a task meets them, and disposes in reverse. */
export async function openGateway(config: Config, logger: Logger, overrides: Overrides = {}): Promise<Gateway> {
  const disposal = createDisposal();
  try {
    return await build(config, logger, disposal, overrides);
  } catch (error) {
    await disposal[Symbol.asyncDispose]();
    throw error;
  }
}

async function build(config: Config, logger: Logger, disposal: Disposal, overrides: Overrides): Promise<Gateway> {
  const root = overrides.compiledRoot ?? new URL('./', import.meta.url);
  const mediaProcessPath = fileURLToPath(new URL('./media/media-process.js', root));
  const { prisma } = disposal.use(await openDatabase(config.database));
  await mkdir(config.dataDir, { recursive: true });
  const { signing: secret, sealing, keys: pepper, fingerprint } = await readSecrets(config.dataDir, config.secret);
  await matchSecret(prisma, fingerprint);
  const site: Site = { publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}` };
  const local = await ensureCaller(prisma, LOCAL_CALLER);
  const localCaller: Caller = { ...local, scopes: new Set(SCOPES), credential: { kind: 'open' } };
  const admission = disposal.use(
    await openAdmission({ prisma, adminKey: config.adminKey, pepper, localCaller, logger }),
  );

  const temporaryDirectory = join(config.dataDir, 'temporary');
  const redis = config.redisUrl === null ? null : disposal.use(openRedis(config.redisUrl)).client;
  const shared = redis === null ? null : { redis, prefix: `reelay:${fingerprint.slice(0, 16)}` };
  const bus = openBus(shared, logger, disposal);
  const rateLimiting = disposal.use(openRateLimiting({ prisma, defaults: config.callerLimits, shared }));
  const audit = createAudit(logger);
  const watching = disposal.use(await openWatching({ prisma, tracing: config.tracing, logger }));
  const announcer = watching.announced(createAnnouncer(bus));
  const watched = countWatched();
  if (config.database.kind === 'postgres') disposal.use(startSweep({ prisma, bus, watched }, logger));
  else await forgetLastProcess(prisma, temporaryDirectory);

  const room: OutputRoom = {
    assets: createAssetStore(prisma),
    files: await openFileStore(config.files, config.dataDir),
    uploads: createUploadStore(prisma),
    temporaryDirectory,
    retentionMs: config.retentionMs,
    allowPrivateUrls: config.allowPrivateUrls,
    probe: createProbe(mediaProcessPath),
    convert: createConverter(mediaProcessPath),
    makePictures: createPictureMaker(mediaProcessPath),
    logger,
  };
  const renders = join(config.dataDir, 'renders');
  const isLive = (startKeys: readonly string[]) => findLiveStartKeys(prisma, startKeys);
  disposal.use(startMediaSweep({ ...room, sweepRenders: (now) => sweepRenders(renders, isLive, now) }, logger));

  const provided = {
    animatic: animaticOptions(config, renders, root, logger),
    fileCache: createProviderFiles(prisma),
    watch: watching.upstream,
  };
  const providers = overrides.providers ?? openProviders(config.providers, provided, disposal);
  const health = disposal.use(watchProviderHealth({ providers, logger }));
  watching.providers(providers, health);
  const { reasonSetAside } = health;
  const closing = new AbortController();
  if (config.role !== 'api') {
    const judgeSafety = createSafetyJudge(mediaProcessPath, config.safetyThreshold);
    const linkInput = (asset: MediaAsset) => linkForProvider({ files: room.files, secret, ...site }, asset, new Date());
    const media: PollerMedia = {
      openInputs: (task) => openInputs(room, linkInput, task.callerId, task.inputs),
      fetchOutput: (url) => fetchOutput(room, url, closing.signal),
      keepOutput: (finished) => keepOutput(room, describeDelivery(providers, finished), closing.signal),
      judgeSafety: (videoPath, frames) => judgeSafety({ videoPath, frames, signal: closing.signal }),
      rejectsSensitive: config.safetyPolicy === 'reject',
      uploadOutput: (output) => uploadOutput({ ...room, sealing }, output, closing.signal),
      dropOutput: ({ callerId }, kept) => deleteAssets(room, callerId, outputAssetIds(kept)),
    };
    await warnOfOrphans(prisma, providers, logger);
    const callbackUrl = (provider: ProviderName, startKey: string) =>
      callbackAddress({ secret, ...site }, provider, startKey);
    const worker = randomUUID();
    const poller = disposal.use(
      startPoller({ prisma, announcer, providers, health, media, logger, callbackUrl, worker, watch: watching.steps }),
    );
    disposal.use(unsubscribing(bus.subscribe(DUE_TOPIC, poller.nudge)));
  }
  disposal.use({ [Symbol.asyncDispose]: async () => closing.abort() });

  const findInputs = (callerId: string, ids: readonly string[]) => findAssets(room, callerId, ids);
  const storeTask = createStoreTask({ prisma, announcer, insertTask: createInsertTask(prisma, announcer) });
  const reads = openReads(prisma);
  const findReplay = gatherLookups({
    limit: 100,
    atOnce: 2,
    find: (callerId, keys) => findReplays(prisma, callerId, keys),
  });
  const webhooks = { prisma, sealing, allowPrivateUrls: config.allowPrivateUrls };
  const desk = openWebhookDesk({ ...webhooks, deliveryDue: () => bus.publish(DELIVERIES_TOPIC, 0) });
  const { nameWebhook, findTaskDeliveries } = desk;
  const commands: Commands = {
    createTask: (callerId, input, trail) =>
      createTask(
        { findReplay, storeTask, providers, reasonSetAside, resolveInput, sealUploadUrl: seal, nameWebhook },
        callerId,
        input,
        trail,
      ),
    estimateTask: (callerId, input) =>
      estimateTask({ providers, reasonSetAside, findAssets: findUsable }, callerId, input),
    cancelTask: (callerId, id) => cancelTask({ prisma, announcer, providers }, callerId, id),
    retryTask: (callerId, id, trail) =>
      retryTask({ prisma, announcer, storeTask, providers, reasonSetAside }, callerId, id, trail),
    deleteTask: (callerId, id) =>
      deleteTask({ prisma, announcer, deleteAssets: (owner, ids) => deleteAssets(room, owner, ids) }, callerId, id),
    createUpload: (request) =>
      createMediaUpload({ uploads: room.uploads, direct: room.files.uploads, secret, ...site }, request),
    importSource: (request) => importMedia(room, request),
    listTasks: (callerId, filter, page) => listTasks(prisma, callerId, filter, page),
    readEvents: async (callerId, taskId, afterVersion, limit) =>
      (await reads.taskEvents({ callerId, taskId, afterVersion, limit }))?.events ?? null,
    linkAsset: (asset) => linkAsset({ secret, publicUrl: site.publicUrl }, asset, new Date()),
    linkStoryboard: (sprite, layout) =>
      linkStoryboard({ secret, publicUrl: site.publicUrl }, sprite, layout, new Date()),
    providers,
    reasonSetAside,
    createKey: (wanted) => createKey(prisma, pepper, wanted),
    revokeKey: (id) => revokeKey(prisma, id),
    listKeys: () => listKeys(prisma),
    ...desk,
    setLimits: async (callerName, wanted) => {
      const outcome = await setLimits(prisma, config.callerLimits, callerName, wanted);
      rateLimiting.limitsChanged();
      return outcome;
    },
    readLimits: (callerId) => readAllLimits(prisma, config.callerLimits, callerId),
    readRateUse: rateLimiting.readUse,
    readUse: (callerId) => readUse(prisma, callerId),
  };
  const feeds = { prisma, bus, reads, watched };
  const createContext = createContextFactory({
    audit,
    findAssets: findInputs,
    findTaskDeliveries,
    findTasks: (callerId, ids) => findTasks(prisma, callerId, ids),
    watchTask: (request) => watchTask(feeds, request),
    watchCaller: (request) => watchCaller(feeds, request),
  });

  const schema = createSchema(commands);
  if (config.role !== 'api') {
    const contextOf = (id: string, trail: Trail) =>
      createContext(
        { id, name: id, scopes: READS_TASKS, credential: { kind: 'none' } },
        trail,
        NOWHERE,
        closing.signal,
      );
    const renderEvent = createRenderEvent(schema, contextOf);
    const attempting = { renderEvent, timeoutMs: WEBHOOK_TIMEOUT_MS, watchAttempt: watching.attempts, logger };
    const sender = disposal.use(startSender({ ...webhooks, ...attempting }));
    disposal.use(unsubscribing(bus.subscribe(DELIVERIES_TOPIC, sender.nudge)));
    disposal.use(startDeliverySweep(prisma, config.retentionMs, logger));
  }

  function seal(callerId: string, url: string): ReturnType<typeof sealUploadUrl> {
    return sealUploadUrl({ sealing, allowPrivateUrls: room.allowPrivateUrls }, callerId, url);
  }

  async function resolveInput(
    ...[callerId, { kind, value }, role]: Parameters<ResolveInput>
  ): ReturnType<ResolveInput> {
    const source = { callerId, source: { [kind]: value }, role, signal: closing.signal };
    const outcome = await resolveSource(room, source);
    if (outcome.kind === 'refused') return { code: outcome.code, message: outcome.message };
    return { assetId: outcome.asset.id, durationSeconds: outcome.asset.durationSeconds };
  }

  async function findUsable(callerId: string, ids: readonly string[]): Promise<MediaAsset[]> {
    const now = new Date();
    return (await findInputs(callerId, ids)).filter((asset) => !isExpired(asset, now));
  }

  const ping = async (): Promise<void> => void (await prisma.$queryRaw`SELECT 1`);
  const routes = { room, secret, site };
  const callbacks: CallbackRouteOptions = {
    secret,
    providers,
    nudge: (provider, startKey, body) => nudgeResult({ prisma, announcer }, provider, startKey, body),
  };
  return {
    config,
    logger,
    site,
    admission,
    rateLimiting,
    audit,
    localCaller,
    commands,
    schema,
    createContext,
    media: routes,
    callbacks,
    watching,
    ping,
    isUnavailable: isStoreUnavailable,
    [Symbol.asyncDispose]: () => disposal[Symbol.asyncDispose](),
  };
}

/** Nodes of one database hear each other over Redis; without it, each hears itself and sweeps for the rest. */
function openBus(shared: { redis: Redis; prefix: string } | null, logger: Logger, disposal: Disposal): Bus {
  if (shared === null) return createLocalBus();
  return disposal.use(openRedisBus({ client: shared.redis, channel: shared.prefix, logger }));
}

function unsubscribing(unsubscribe: () => void): AsyncDisposable {
  return { [Symbol.asyncDispose]: async () => unsubscribe() };
}

/** What a provider delivered, and what its task asks for. */
function describeDelivery(
  providers: readonly VideoProvider[],
  { task, result, ...file }: FinishedOutput,
): DeliveredOutput {
  const { callerId, ttlSeconds, outputFormat: format, outputQuality: quality } = task;
  const fileName = outputFileName(task, result.index);
  const provider = providers.find(({ name }) => name === result.provider);
  const hasAskedQuality = provider?.capabilities.takesOutputQuality ?? true;
  return { ...file, callerId, fileName, ttlSeconds, asked: { format, quality }, hasAskedQuality };
}

/** An embedded database has one process at a time: what the last one had claimed or half received is nobody's now. */
async function forgetLastProcess(prisma: PrismaClient, temporaryDirectory: string): Promise<void> {
  await dropAllClaims(prisma);
  await dropDeliveryClaims(prisma);
  await rm(temporaryDirectory, { recursive: true, force: true });
}

/** Work at a provider that is not set up any more waits until it is again. */
async function warnOfOrphans(prisma: PrismaClient, providers: readonly VideoProvider[], logger: Logger): Promise<void> {
  const orphans = await countOrphans(
    prisma,
    providers.map(({ name }) => name),
  );
  for (const orphan of orphans) logger.warn(orphan, 'unfinished results wait for a provider that is not set up');
}

function animaticOptions({ renderers }: Config, workDir: string, root: URL, logger: Logger) {
  const renderProcessPath = fileURLToPath(new URL('./providers/animatic/render-process.js', root));
  return { workDir, renderers, renderProcessPath, logger };
}
