import { isIPv6 } from 'node:net';

/** What one machine controls: an IPv4 address, or an IPv6 network of 64 bits. What is no address is given back as it is. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const groups = before.split(':').filter(Boolean);
  if (after !== undefined)
    while (groups.length + after.split(':').filter(Boolean).length < 8) groups.push('0');
  return groups.slice(0, 4).join(':');
}
