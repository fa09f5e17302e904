// A WebSocket server that sends one frame to every socket, again and again, and does nothing else. Sends its port; every
// message from its parent is a frame to be sent to all.
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.once('listening', () => process.send?.(server.address()));
process.on('message', (frame) => {
  for (const socket of server.clients) socket.send(String(frame));
});
process.once('disconnect', () => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});
