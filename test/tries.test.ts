import { expect, it } from 'vitest';
import { createTries } from '../src/web/tries.ts';

it('holds up guessers from many addresses together, but not an address that was right before', () => {
  let now = 0;
  const tries = createTries(() => now);
  tries.right('192.0.2.7');
  for (let n = 0; n < 100; n++) tries.wrong(`198.51.100.${n}`);
  expect(tries.waitOf('203.0.113.1')).toBe(1000);
  expect(tries.waitOf('192.0.2.7')).toBe(0);
  for (let n = 0; n < 50; n++) tries.wrong(`198.51.100.${n}`);
  expect(tries.waitOf('203.0.113.1')).toBe(30_000);
  now += 30_000;
  expect(tries.waitOf('203.0.113.1')).toBe(0);
});

it('takes a network of IPv6 for one guesser, and waits a quarter of an hour at most', () => {
  const tries = createTries(() => 0);
  for (let n = 0; n < 40; n++) tries.wrong(`2001:db8:1:2::${n}`);
  expect(tries.waitOf('2001:db8:1:2:3:4:5:6')).toBe(900_000);
  expect(tries.waitOf('2001:db8:1:3::1')).toBe(0);
});

it('forgives after a quarter of an hour, and remembers few addresses', () => {
  let now = 0;
  const tries = createTries(() => now);
  for (let n = 0; n < 5; n++) tries.wrong('192.0.2.7');
  expect(tries.waitOf('192.0.2.7')).toBe(1000);
  now += 900_001;
  tries.wrong('192.0.2.7');
  expect(tries.waitOf('192.0.2.7')).toBe(0);
  for (let n = 0; n < 5; n++) tries.wrong('192.0.2.8');
  for (let n = 0; n < 2000; n++) tries.wrong(`10.0.${n >> 8}.${n & 255}`);
  tries.right('192.0.2.9');
  now += 30_000;
  expect(tries.waitOf('192.0.2.8')).toBe(0);
});
