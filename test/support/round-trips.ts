import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and PostgreSQL, and counts what the client waits for. */
export type RoundTripCounter = AsyncDisposable & {
  port: number;
  /** Round trips so far: every one ends with a Sync, or is a simple query. */
  count(): number;
};

const [SIMPLE_QUERY, SYNC] = [0x51, 0x53];

/** Passes connections on to the PostgreSQL server of this machine. */
export async function countRoundTrips(serverPort = 5432): Promise<RoundTripCounter> {
  let roundTrips = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(serverPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    const read = readMessageTypes((type) => (roundTrips += type === SYNC || type === SIMPLE_QUERY ? 1 : 0));
    client.on('data', read);
    client.pipe(upstream).pipe(client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    count: () => roundTrips,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Each message is a letter, its length with the four bytes of the length, and its content; the first has no letter. */
function readMessageTypes(onType: (type: number) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const start = isFirst ? 0 : 1;
      if (rest.length < start + 4) return;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return;
      if (!isFirst) onType(rest.readUInt8(0));
      isFirst = false;
      rest = rest.subarray(end);
    }
  };
}
