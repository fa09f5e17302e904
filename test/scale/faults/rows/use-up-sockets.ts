import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

const FILES = 256;
const SOCKETS = 400;

export const useUpSockets: Fault = {
  name: 'sockets',
  promise: 'A node that may open 256 files gets 400 connections: it goes on, and serves when they are gone.',
  minutes: 1,
  tasks: 200,
  filmedShare: 0.05,
  cluster: { under: ['prlimit', `--nofile=${FILES}`] },
  obstacle: () => (existsSync('/usr/bin/prlimit') ? null : 'there is no prlimit'),
  async happen({ cluster: { apis }, troubleMs, report, violate }) {
    const [node] = apis;
    const { port } = new URL(node?.url ?? '');
    const sockets = Array.from({ length: SOCKETS }, () => hold(Number(port)));
    report(`${SOCKETS} connections are open`);
    await pause(troubleMs / 2);
    for (const socket of sockets) socket.destroy();
    await pause(troubleMs / 2);
    const status = await fetch(`${node?.url ?? ''}/readyz`).then(
      (response) => response.status,
      () => null,
    );
    if (status !== 200) violate(`a node answers ${status ?? 'nothing'} after its connections are gone`);
  },
};

/** A connection that says nothing; whether it is taken is the other side's affair. */
function hold(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  void once(socket, 'close').catch(() => undefined);
  socket.on('error', () => socket.destroy());
  return socket;
}
