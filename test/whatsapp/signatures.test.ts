import { randomBytes } from 'node:crypto';
import { Curve } from '@whiskeysockets/baileys';
import { beforeAll, expect, it } from 'vitest';
import { curveOfLibsignal, quickenSignatures } from '../../src/adapters/whatsapp/signatures.ts';

const curve = curveOfLibsignal();
// In libsignal's JavaScript.
const { verify } = curve;
const sign = curve.sign as (key: Uint8Array, message: Uint8Array) => Uint8Array;

beforeAll(quickenSignatures);

/** Keys, and messages to sign with them. */
const signing = Array.from({ length: 40 }, (_, n) => ({
  key: Curve.generateKeyPair(),
  message: randomBytes(1 + n * 17),
}));

it('signs what libsignal verifies, and verifies what libsignal signs', () => {
  for (const { key, message } of signing) {
    expect(verify(key.public, message, Curve.sign(key.private, message))).toBe(true);
    expect(curve.verify(key.public, message, sign(key.private, message))).toBe(true);
  }
});

it('takes no signature of another key, of another message, or with another bit', () => {
  const [one, two] = [signing[7]!, signing[8]!];
  const signature = Curve.sign(one.key.private, one.message);
  expect(curve.verify(one.key.public, one.message, signature)).toBe(true);
  expect(curve.verify(two.key.public, one.message, signature)).toBe(false);
  expect(curve.verify(one.key.public, two.message, signature)).toBe(false);
  for (let bit = 0; bit < 512; bit++) {
    const other = Buffer.from(signature);
    other[bit >> 3]! ^= 1 << (bit & 7);
    expect(curve.verify(one.key.public, one.message, other)).toBe(false);
  }
});

it('is what Baileys signs with: by libsignal a message has one signature', () => {
  const [{ key, message }] = signing as [(typeof signing)[number]];
  expect(Curve.sign(key.private, message)).not.toEqual(Curve.sign(key.private, message));
  expect(sign(key.private, message)).toEqual(sign(key.private, message));
});
