import { expect, it } from 'vitest';
import { addressOf, isPhone } from '../../src/adapters/whatsapp/refs.ts';

it('an address keeps its server, whatever that is called', () => {
  expect(addressOf('123:4@c.us')).toBe('123@s.whatsapp.net');
  for (const server of ['constructor', '__proto__', 'toString'])
    expect(addressOf(`123@${server}`)).toBe(`123@${server}`);
});

it('a telephone number is an address of somebody: that of WhatsApp itself is none', () => {
  expect(['628123@s.whatsapp.net', '0@s.whatsapp.net', '628123@lid'].map(isPhone)).toEqual([
    true,
    false,
    false,
  ]);
});
