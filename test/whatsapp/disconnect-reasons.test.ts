import { expect, it } from 'vitest';
import { suspendedUntil } from '../../src/adapters/whatsapp/disconnect-reasons.ts';
import type { Instant } from '../../src/domain/ids.ts';

it.each([
  ['3600', '2027-04-01T03:00:00.000Z'],
  [`${Date.parse('2027-04-03T00:00:00Z') / 1000}`, '2027-04-03T00:00:00.000Z'],
  [undefined, '2027-04-01T08:00:00.000Z'],
  ['soon', '2027-04-01T08:00:00.000Z'],
  ['1e99', '2027-04-01T08:00:00.000Z'],
])('reads when a temporary ban ends (%s)', (expire, until) => {
  expect(suspendedUntil(expire, '2027-04-01T02:00:00.000Z' as Instant)).toBe(until);
});
