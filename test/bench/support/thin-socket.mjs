import { connect } from 'node:net';

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
const FINAL = 0x80;
const MASKED = 0x80;

/**
 * @typedef {{ send(text: string): void, terminate(): void }} ThinSocket
 * @typedef {{ onOpen(): void, onText(text: string): void, onClose(reason: string): void }} ThinListeners
 */

/**
 * A WebSocket client that does no more than the load needs: whole text frames, pongs, and no compression. Tens of thousands
 * of them share the machine with the server that is measured, and must not be what is measured.
 * @param {{ url: string, protocol: string, localAddress: string }} options
 * @param {ThinListeners} listeners
 * @returns {ThinSocket}
 */
export function openThinSocket({ url, protocol, localAddress }, { onOpen, onText, onClose }) {
  const { hostname: host, port, pathname, host: name } = new URL(url);
  const socket = connect({ host, port: Number(port), localAddress, noDelay: true });
  let isUpgraded = false;
  /** @type {Buffer | null} */
  let rest = null;
  /** @type {string | null} */
  let reason = null;

  socket.once('connect', () => {
    const headers = [
      `GET ${pathname} HTTP/1.1`,
      `Host: ${name}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${protocol}`,
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\n`);
  });
  socket.on('data', (chunk) => {
    const data = rest === null ? chunk : Buffer.concat([rest, chunk]);
    const read = isUpgraded ? readFrames(data, 0) : readUpgrade(data);
    rest = read < data.length ? data.subarray(read) : null;
  });
  socket.on('error', (error) => (reason ??= error.message));
  socket.on('close', () => onClose(reason ?? 'no reason'));

  /** @param {Buffer} data @returns {number} how much was understood */
  function readUpgrade(data) {
    const end = data.indexOf('\r\n\r\n');
    if (end === -1) return 0;
    const [status] = data.toString('latin1', 0, end).split('\r\n');
    if (status !== 'HTTP/1.1 101 Switching Protocols') {
      reason = `The server did not take the socket: ${status}`;
      socket.destroy();
      return data.length;
    }
    isUpgraded = true;
    onOpen();
    return readFrames(data, end + 4);
  }

  /** @param {Buffer} data @param {number} from @returns {number} how much was understood */
  function readFrames(data, from) {
    let at = from;
    while (data.length - at >= 2) {
      const short = data.readUInt8(at + 1);
      const headed = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < headed) break;
      const length = headed === 2 ? short : headed === 4 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6);
      const end = at + headed + length;
      if (data.length < end) break;
      take(data.readUInt8(at), data.subarray(at + headed, end));
      at = end;
    }
    return at;
  }

  /** @param {number} first the first byte of a frame @param {Buffer} payload */
  function take(first, payload) {
    if (first === (FINAL | TEXT)) return onText(payload.toString('latin1'));
    if (first === (FINAL | PING)) return write(PONG, payload);
    if (first !== (FINAL | CLOSE)) reason = `a frame that no load has: ${first}`;
    else reason = `closed with ${payload.length < 2 ? 'no code' : payload.readUInt16BE(0)}`;
    socket.destroy();
  }

  /** Clients have to mask; with a key of zeros that changes nothing. @param {number} kind @param {Buffer} payload */
  function write(kind, payload) {
    const head =
      payload.length < 126
        ? Buffer.from([FINAL | kind, MASKED | payload.length, 0, 0, 0, 0])
        : Buffer.from([FINAL | kind, MASKED | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    socket.write(Buffer.concat([head, payload]));
  }

  return { send: (text) => write(TEXT, Buffer.from(text)), terminate: () => socket.destroy() };
}
