import { internalHosts } from './address-forms.js';

/** The first and last addresses of ranges that are no part of the public internet, and some that clouds use (RFC 6890 and others). */
const RANGES = [
  ['0.0.0.1', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255'],
  ['240.0.0.0', '255.255.255.255'],
].flat();

const IPV6 = [
  ':: ::1 0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:0000:0000:0001 100::1 2001:db8::1 3fff::1 5f00::1',
  'fc00::1 fd00:ec2::254 fdff:ffff::1 fe80::1 febf::1 fec0::1 feff::1 ff02::1 ff0e::1',
  '2001:10::1 2001:20::1 2001:2::1 4000::1 e000::1',
].flatMap((line) => line.split(' '));

/** URLs that are none, or whose host another parser could take for another one. Each of them leads to no public address. */
const TRICKS = [
  'https://8.8.8.8@127.0.0.1/',
  'https://8.8.8.8:443@10.0.0.1/',
  'https://user:password@127.0.0.1/',
  'https://8.8.8.8%40127.0.0.1/',
  'https://127.0.0.1\\@8.8.8.8/',
  'https:\\\\127.0.0.1/',
  'https:127.0.0.1/',
  'https:///127.0.0.1/',
  'https://127.0.0.1:8443/',
  'https://127.0.0.1#@8.8.8.8/',
  'https://127.0.0.1?@8.8.8.8/',
  'https://127.0.0.1\t/',
  'https://12\n7.0.0.1/',
  ' https://127.0.0.1/ ',
  'https://127.0.0.1%00.example.com/',
  'https://127.0.0.1%0d%0aHost:x/',
  'https://[::1%25lo]/',
  'https://[fe80::1%25eth0]/',
  'https://[fe80::1%eth0]/',
  'https://[::1]:8443/',
  'https://[::1',
  'https://[[::1]]/',
  'https://[127.0.0.1]/',
  'https://::1/',
  'https://127.0.0.1:6379/',
  'https://8.8.8.8:22/',
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://8.8.8.8/',
  'http://[::ffff:127.0.0.1]/',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:6379/_INFO',
  'file:///etc/passwd',
  'unix:/var/run/docker.sock',
  'data:text/plain,x',
  'javascript:0',
];

/** More than a thousand URLs to which a stranger must not send the gateway, whatever they are written like. */
export function forbiddenUrls(): string[] {
  const ranges = RANGES.flatMap((address) => {
    const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    return [address, String(number), `0x${number.toString(16)}`, `[::ffff:${address}]`, `[64:ff9b::${address}]`];
  });
  // Five of nine: each of them goes through many operations.
  const internal = internalHosts().filter((_, index) => index % 9 < 5);
  const hosts = [...internal, ...ranges, ...IPV6.map((address) => `[${address}]`)];
  return [...new Set([...hosts.map((host) => `https://${host}/x`), ...TRICKS])];
}
