import { expect, it } from 'vitest';
import { nextDeadline } from '../../src/domain/district.ts';
import type { LocalDate } from '../../src/domain/ids.ts';

it('The next 15 May is this year until that day, and next year after it', () => {
  const from = (today: string) => nextDeadline(today as LocalDate);
  expect(from('2027-01-01')).toBe('2027-05-15');
  expect(from('2027-05-15')).toBe('2027-05-15');
  expect(from('2027-05-16')).toBe('2028-05-15');
  expect(from('2027-12-31')).toBe('2028-05-15');
});
