import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDisposal } from '../../../src/lib/disposal.js';
import { freePort } from '../../support/free-port.js';
import { startPostgresServer, type PostgresServer } from '../../support/postgres-server.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { openTcpProxy, type TcpProxy } from '../../support/tcp-proxy.js';
import { createTemporaryDirectory } from '../../support/temporary-directory.js';
import { createNode, type NodeOptions, type ScaleNode } from './start-node.js';
import { startScaleServices, type ScaleServices } from './start-services.js';

/** What a cluster is to be like; everything has a default. */
export type ClusterOptions = {
  apis?: number;
  workers?: number;
  /** How long an operation takes at a service. */
  generationMs?: number;
  /** An empty folder for PostgreSQL's data. */
  postgresDirectory?: string;
  /** Whether nodes reach PostgreSQL through a way that can be broken. */
  breakable?: boolean;
  flags?: NodeOptions['flags'];
  under?: NodeOptions['under'];
  variables?: Readonly<Record<string, string>>;
  /** Whether each node has a data folder of its own, as on machines of their own; else all share one. */
  apart?: boolean;
  /** Gets what nodes write. */
  onLog?: NodeOptions['onLog'];
  /** Gets told of a node that ended although nobody asked it to. */
  onEnd?: NodeOptions['onEnd'];
};

/** Nodes of the product, with servers and services of their own. Disposing ends and removes all of it. */
export type Cluster = AsyncDisposable & {
  apis: readonly ScaleNode[];
  workers: readonly ScaleNode[];
  nodes: readonly ScaleNode[];
  postgres: PostgresServer;
  redis: RedisServer;
  services: ScaleServices;
  /** The way to PostgreSQL; null unless it can be broken. */
  way: TcpProxy | null;
  databaseUrl: string;
};

/** Where services call back; nobody but the services' own part of a test follows it. */
export const PUBLIC_HOST = 'video.example.com';
const SECRET = 'the secret that all nodes of a test share';
const DATABASE = 'reelay';

/** Starts two api and two worker nodes, unless told otherwise, on PostgreSQL and Redis, and resolves when all are ready. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const stack = createDisposal();
  try {
    const folder = stack.use(await createTemporaryDirectory());
    const [postgres, redis, services] = await Promise.all([
      startPostgresServer(options.postgresDirectory ?? null).then(stack.use),
      startRedis().then(stack.use),
      startScaleServices(folder.path, options.generationMs ?? 300).then(stack.use),
    ]);
    await postgres.run(`CREATE DATABASE ${DATABASE}`);
    const way = options.breakable === true ? stack.use(await openTcpProxy(postgres.port)) : null;
    const databaseUrl = postgres.urlOf(DATABASE);
    const variables = {
      ...services.variables,
      DATABASE_URL: way === null ? databaseUrl : databaseUrl.replace(`:${postgres.port}/`, `:${way.port}/`),
      REDIS_URL: redis.url,
      SECRET,
      PUBLIC_URL: `https://${PUBLIC_HOST}`,
      ...options.variables,
    };
    const { flags = [], under = [], onLog = () => undefined, onEnd = () => undefined } = options;
    const create = async (role: 'api' | 'worker', count: number): Promise<ScaleNode[]> => {
      const ports = await Promise.all(Array.from({ length: count }, freePort));
      const nodes = ports.map(async (port, index) => {
        const name = `${role} ${index + 1}`;
        const dataDir = join(folder.path, options.apart === true ? name : 'data');
        await mkdir(dataDir, { recursive: true });
        const own = { ...variables, DATA_DIR: dataDir };
        return stack.use(createNode({ name, role, port, variables: own, flags, under, onLog, onEnd }));
      });
      return Promise.all(nodes);
    };
    const apis = await create('api', options.apis ?? 2);
    const workers = await create('worker', options.workers ?? 2);
    const nodes = [...apis, ...workers];
    await Promise.all(nodes.map((node) => node.start()));
    const end = async (): Promise<void> => stack[Symbol.asyncDispose]();
    return { apis, workers, nodes, postgres, redis, services, way, databaseUrl, [Symbol.asyncDispose]: end };
  } catch (error) {
    await stack[Symbol.asyncDispose]();
    throw error;
  }
}
