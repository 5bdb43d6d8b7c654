import { expect, it } from 'vitest';
import { addressOf, isPhone, messageRef, partsOf } from '../../src/adapters/whatsapp/refs.ts';

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

it('a message whose sender made up an id of thousands of letters has one that a database holds', () => {
  const ref = messageRef('120@g.us', '800@lid', 'A'.repeat(20_000));
  expect(ref.length).toBeLessThan(200);
  expect(partsOf(ref)).toMatchObject({ chat: '120@g.us', participant: '800@lid' });
  expect(messageRef('120@g.us', '800@lid', '3EB0C431C26A1916E07E')).toContain(':3EB0C431C26A1916E07E');
});
