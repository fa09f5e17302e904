import { readFile } from 'node:fs/promises';
import {
  bindMigrationAwareSqlAdapterFactory,
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
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/** An engine on one database. Disposing closes its connections too: one of them holds the lock on migrations. */
export type OpenEngine = AsyncDisposable & { engine: SchemaEngine };

/** Opens the engine on one database. `schema` is the text of schema.prisma. */
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
    connections.push(connection);
    return connection;
  };
  const { provider, adapterName } = adapter;
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory({
      provider,
      adapterName,
      connect: () => keep(adapter.connect()),
      connectToShadowDb: () => keep(adapter.connectToShadowDb()),
    }),
  );
  return {
    engine,
    [Symbol.asyncDispose]: async () => {
      engine.free();
      for (const connection of connections) await connection.dispose();
    },
  };
}
