import { expect, it } from 'vitest';
import { createPasswordThrottle } from '../src/web/password-throttle.ts';

it('holds up guessers from many addresses together, but not an address that was right before', () => {
  let now = 0;
  const throttle = createPasswordThrottle(() => now);
  throttle.recordSuccess('192.0.2.7');
  for (let n = 0; n < 100; n++) throttle.recordFailure(`198.51.100.${n}`);
  expect(throttle.waitMs('203.0.113.1')).toBe(1000);
  expect(throttle.waitMs('192.0.2.7')).toBe(0);
  for (let n = 0; n < 50; n++) throttle.recordFailure(`198.51.100.${n}`);
  expect(throttle.waitMs('203.0.113.1')).toBe(30_000);
  now += 30_000;
  expect(throttle.waitMs('203.0.113.1')).toBe(0);
});

it('takes a network of IPv6 for one guesser, and waits a quarter of an hour at most', () => {
  const throttle = createPasswordThrottle(() => 0);
  for (let n = 0; n < 40; n++) throttle.recordFailure(`2001:db8:1:2::${n}`);
  expect(throttle.waitMs('2001:db8:1:2:3:4:5:6')).toBe(900_000);
  expect(throttle.waitMs('2001:db8:1:3::1')).toBe(0);
  for (let n = 0; n < 40; n++) throttle.recordFailure(`2001::2:3:4:5:${n}`);
  expect(throttle.waitMs('2001:0:0:2::7')).toBe(900_000);
  expect(throttle.waitMs('2001::9:3:4:5:6')).toBe(0);
});

it('forgives after a quarter of an hour, and remembers few addresses', () => {
  let now = 0;
  const throttle = createPasswordThrottle(() => now);
  for (let n = 0; n < 5; n++) throttle.recordFailure('192.0.2.7');
  expect(throttle.waitMs('192.0.2.7')).toBe(1000);
  now += 900_001;
  throttle.recordFailure('192.0.2.7');
  expect(throttle.waitMs('192.0.2.7')).toBe(0);
  for (let n = 0; n < 5; n++) throttle.recordFailure('192.0.2.8');
  for (let n = 0; n < 2000; n++) throttle.recordFailure(`10.0.${n >> 8}.${n & 255}`);
  throttle.recordSuccess('192.0.2.9');
  now += 30_000;
  expect(throttle.waitMs('192.0.2.8')).toBe(0);
});
