import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server. Disposing cuts everything. */
export type TcpProxy = AsyncDisposable & {
  port: number;
  /** Swallows every byte in both directions and answers nothing: a half-open network. New connections are taken, too. */
  fallSilent(): void;
  /** Cuts every connection and refuses new ones by hanging up. */
  cutOff(): void;
  /** Cuts what is left of the trouble and passes new connections through. */
  heal(): void;
};

/** Passes connections on to a port of this machine until it is told otherwise. */
export async function openTcpProxy(targetPort: number): Promise<TcpProxy> {
  let state: 'open' | 'silent' | 'cut' = 'open';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const cutAll = (): void => sockets.forEach((socket) => socket.destroy());
  const server = createServer((client) => {
    keep(client);
    if (state === 'cut') return void client.destroy();
    // A silent network still lets the far side's kernel take the connection.
    if (state === 'silent') return void client.resume();
    const upstream = connect(targetPort, '127.0.0.1');
    keep(upstream);
    client.on('data', (bytes) => state === 'open' && upstream.write(bytes));
    upstream.on('data', (bytes) => state === 'open' && client.write(bytes));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    fallSilent: () => (state = 'silent'),
    cutOff: () => {
      state = 'cut';
      cutAll();
    },
    heal: () => {
      if (state === 'open') return;
      state = 'open';
      cutAll();
    },
    [Symbol.asyncDispose]: async () => {
      cutAll();
      server.close();
      await once(server, 'close');
    },
  };
}
