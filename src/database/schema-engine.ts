import { readFile } from 'node:fs/promises';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ErrorRegistry,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/** The one call that is used here; Node's own types for version 20 leave WebAssembly to the DOM library. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: Exports } }>;
};
type Exports = Record<string, unknown>;

/**
 * Prisma's own schema engine, as WebAssembly and over a driver adapter: it needs no binary and no other process,
 * so migrations run inside the gateway. The package's entry imports the .wasm file as a module, which Node does not
 * do without a flag; the instance is therefore made here, once.
 */
let loaded: Promise<void> | null = null;

async function load(): Promise<void> {
  const entry = import.meta.resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(new URL('./schema_engine_bg.wasm', entry));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': withoutWaiting() });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/** The engine sets a timer of ten seconds and never clears it: it must not keep a process that has nothing left to do. */
function withoutWaiting(): Record<string, unknown> {
  const setsTimer = (name: string): boolean => name.startsWith('__wbg_setTimeout_');
  const unref = (value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    return (...values: unknown[]): unknown => {
      const timer: unknown = Reflect.apply(value, undefined, values);
      if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
      return timer;
    };
  };
  return Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [name, setsTimer(name) ? unref(value) : value]),
  );
}

/**
 * An engine on one database, in a transaction that `commit` ends; without it, nothing of what the engine did stays.
 * Disposing closes the connection, which also holds the lock on migrations.
 */
export type OpenEngine = AsyncDisposable & {
  engine: SchemaEngine;
  commit(): Promise<void>;
  /** The error that was below one of the engine's. */
  explain(error: unknown): unknown;
};

/** Opens the engine on one database, which it must reach by one connection at a time. `schema` is the text of schema.prisma. */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<OpenEngine> {
  loaded ??= load();
  await loaded;
  const ignoreLog = (): void => undefined;
  const connections: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connection = await connecting;
    await run(connection, 'BEGIN');
    connections.push(connection);
    return connection;
  };
  const endAll = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    for (const connection of connections.splice(0)) {
      await run(connection, statement);
      await connection.dispose();
    }
  };
  const { provider, adapterName } = adapter;
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider,
    adapterName,
    connect: () => keep(adapter.connect()),
    connectToShadowDb: () => keep(adapter.connectToShadowDb()),
  });
  const explain = (error: unknown): unknown => errorBelow(bound.errorRegistry, error);
  const datamodels: [string, string][] = [['schema.prisma', schema]];
  const engine = await bindings.SchemaEngine.new({ datamodels }, ignoreLog, bound).catch((error: unknown) => {
    throw explain(error);
  });
  return {
    engine,
    explain,
    commit: () => endAll('COMMIT'),
    [Symbol.asyncDispose]: async () => {
      engine.free();
      await endAll('ROLLBACK');
    },
  };
}

/** The engine knows what the driver throws by a number only. */
function errorBelow(registry: ErrorRegistry, error: unknown): unknown {
  const [, id] = /External error id#(\d+)/.exec(String(error)) ?? [];
  return id === undefined ? error : (registry.consumeError(Number(id))?.error ?? error);
}

async function run(connection: SqlDriverAdapter, sql: string): Promise<void> {
  await connection.executeRaw({ sql, args: [], argTypes: [] });
}
