/** IPv4 addresses that no stranger may send us to: loopback, private networks, the clouds' metadata services, special ranges. */
const INTERNAL = [
  '127.0.0.1',
  '127.8.8.8',
  '10.0.0.1',
  '172.16.5.4',
  '192.168.0.1',
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '0.0.0.0',
  '198.18.0.1',
  '224.0.0.1',
];

/** Every way of writing an internal address that we know, as the host of a URL. The same ones at every call. */
export function internalHosts(): string[] {
  return [...new Set(INTERNAL.flatMap((address) => [...asIpv4(address), ...asIpv6(address)]))];
}

/** The notations of inet_aton, in which each part may have a base of its own and the last one may swallow others. */
function asIpv4(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const groupings = [
    [a, b, c, d],
    [a, b, c * 256 + d],
    [a, (b * 256 + c) * 256 + d],
    [((a * 256 + b) * 256 + c) * 256 + d],
  ];
  const bases: ((part: number, position: number) => string)[] = [
    (part) => String(part),
    (part) => `0x${part.toString(16)}`,
    (part) => `0X${part.toString(16).toUpperCase()}`,
    (part) => `0x${part.toString(16).padStart(12, '0')}`,
    (part) => `0${part.toString(8)}`,
    (part) => part.toString(8).padStart(14, '0'),
    (part, position) => (position % 2 === 0 ? `0x${part.toString(16)}` : String(part)),
    (part, position) => (position % 2 === 0 ? `0${part.toString(8)}` : `0x${part.toString(16)}`),
  ];
  const plain = groupings.flatMap((parts) => bases.map((write) => parts.map(write).join('.')));
  return plain.flatMap((host) => [host, `${host}.`, ...(host === address ? disguise(host) : [])]);
}

/** Characters that URL parsing turns into digits and dots. */
function disguise(host: string): string[] {
  const digits = (from: number): string =>
    host.replaceAll(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)));
  return [
    digits(0xff10),
    digits(0x1d7ce),
    digits(0x1d7f6),
    ...['。', '．', '｡', '%2e', '%2E'].map((dot) => host.replaceAll('.', dot)),
    host.replaceAll(/\d/g, (digit) => `%3${digit}`),
    host.replace('.', '\u00ad.'),
    `\u200b${host}`,
  ];
}

/** IPv6 addresses that carry an IPv4 one. */
function asIpv6(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const hex = (high: number, low: number): string => (high * 256 + low).toString(16);
  const [high, low] = [hex(a, b), hex(c, d)];
  const inverted = `${hex(255 - a, 255 - b)}:${hex(255 - c, 255 - d)}`;
  const tails = [address, `${high}:${low}`];
  const heads = [
    '::ffff:', // mapped
    '0:0:0:0:0:ffff:',
    '0000:0000:0000:0000:0000:FFFF:',
    '::', // compatible
    '0:0:0:0:0:0:',
    '::ffff:0:', // translated
    '64:ff9b::', // NAT64
    '64:ff9b:1::', // local NAT64
    'fe80::5efe:', // ISATAP
    '2a00:1450:4001:80e:0:5efe:', // ISATAP in a public prefix
    '2a00:1450:4001:80e:200:5efe:',
    'fec0::',
    'fd00::',
  ];
  const carried = heads.flatMap((head) => tails.map((tail) => `${head}${tail}`));
  const tunnelled = [`2002:${high}:${low}::1`, `2002:${high}:${low}:0:0:5efe:${high}:${low}`];
  const teredo = [`2001:0:${high}:${low}::1`, `2001::${inverted}`, `2001:0:4136:e378:8000:63bf:${inverted}`];
  return [...carried, ...tunnelled, ...teredo].flatMap((host) => [`[${host}]`, `[${host.toUpperCase()}]`]);
}
