import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const [A, CNAME, AAAA, IN] = [1, 5, 28, 1];
/** A name, as questions have it, always stands behind the header. */
const HEADER_BYTES = 12;
const POINTER_TO_NAME = 0xc0_0c;

/**
 * What a name leads to, in order: IPv4 and IPv6 addresses, and names. A function is asked with how often the name was
 * looked up before.
 * @typedef {readonly string[] | ((times: number) => readonly string[])} Zone
 */

/**
 * A real name server on port 53 of the loopback address. Names that it does not know lead home as well, to 127.0.0.1: that
 * is what somebody would do who wants to be let in.
 * @param {(name: string) => Zone | undefined} zoneOf
 */
export async function startNameServer(zoneOf) {
  /** How often each name was looked up. @type {Map<string, number>} */
  const lookups = new Map();
  const server = createSocket('udp4');
  server.on('message', (message, { port, address }) => {
    const { name, end } = readName(message, HEADER_BYTES);
    const type = message.readUInt16BE(end);
    const times = Math.floor((lookups.get(name) ?? 0) / 2);
    lookups.set(name, (lookups.get(name) ?? 0) + 1);
    server.send(answer(message, end, type, addressesOf(name, times)), port, address);
  });

  /** @param {string} name @param {number} times @returns {readonly string[]} */
  function addressesOf(name, times) {
    const zone = zoneOf(name) ?? ['127.0.0.1'];
    return typeof zone === 'function' ? zone(times) : zone;
  }

  server.bind(53, '127.0.0.1');
  await once(server, 'listening');
  return { lookups, close: () => void server.close() };
}

/** @param {Buffer} message @param {number} start */
function readName(message, start) {
  const labels = [];
  let end = start;
  for (let length = message[end] ?? 0; length > 0; length = message[end] ?? 0) {
    labels.push(message.toString('latin1', end + 1, end + 1 + length));
    end += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: end + 1 };
}

/** @param {Buffer} question @param {number} nameEnd @param {number} type @param {readonly string[]} leadsTo */
function answer(question, nameEnd, type, leadsTo) {
  const records = recordsOf(type, leadsTo);
  const header = Buffer.alloc(HEADER_BYTES);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x81_80, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question.subarray(HEADER_BYTES, nameEnd + 4), ...records]);
}

/** Addresses stand behind the last name of a chain. @param {number} type @param {readonly string[]} leadsTo */
function recordsOf(type, leadsTo) {
  const records = [];
  let owner = pointer();
  for (const target of leadsTo) {
    if (/[g-z]/.test(target)) {
      records.push(record(owner, CNAME, writeName(target)));
      owner = writeName(target);
    } else if (type === (target.includes(':') ? AAAA : A)) {
      records.push(record(owner, type, target.includes(':') ? writeIpv6(target) : writeIpv4(target)));
    }
  }
  return records;
}

function pointer() {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(POINTER_TO_NAME);
  return bytes;
}

/** Nobody may remember it: its time to live is 0. @param {Buffer} owner @param {number} type @param {Buffer} data */
function record(owner, type, data) {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(IN, 2);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}

/** @param {string} name */
function writeName(name) {
  const labels = name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1'));
  return Buffer.concat([...labels, Buffer.alloc(1)]);
}

/** @param {string} address */
function writeIpv4(address) {
  return Buffer.from(address.split('.').map(Number));
}

/** Hexadecimal groups with one `::` at most. @param {string} address */
function writeIpv6(address) {
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return Buffer.from(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}
