import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses that look public and are not: Azure's metadata service answers on this one in every virtual machine. */
const EXTRA_IPV4 = ipaddr.IPv4.parseCIDR('168.63.129.16/32');
/** The second half of ISATAP's addresses (RFC 5214), before the IPv4 address that they lead to. */
const ISATAP = [0x0000_5efe, 0x0200_5efe];
/** All that is routed on the public internet; the rest is local, embedded IPv4 or not handed out. */
const ROUTED_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address, written without brackets, belongs to the public internet. Private, loopback, link-local,
 * multicast, documentation, tunnelled and IPv4-carrying addresses do not, nor does anything that is no IP address.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return !address.match(EXTRA_IPV4);
  const [, , , , high = 0, low = 0] = address.parts;
  return address.zoneId == null && address.match(ROUTED_IPV6) && !ISATAP.includes(high * 0x1_0000 + low);
}
