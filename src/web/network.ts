import { isIPv6 } from 'node:net';

/**
 * What one machine controls: an IPv4 address, or an IPv6 network of 64 bits; with 48 the site that it is of. What is no address is given
 * back as it is.
 */
export function networkOf(address: string, bits: 48 | 64 = 64): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const [first, last] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - first!.length - last!.length).fill('0');
  return [...first!, ...zeros, ...last!].slice(0, bits / 16).join(':');
}
