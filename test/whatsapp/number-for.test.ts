import { afterEach, beforeEach, expect, it } from 'vitest';
import { numberFor } from '../../src/app/number-for.ts';
import type { AreaCode, ChatRef } from '../../src/domain/ids.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../engine.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(':memory:');
});
afterEach(() => store.close());

const SOLAPAN = '14.03.16' as AreaCode;
const DUMAI_TIMUR = '14.72.02' as AreaCode;

/** Adds a number of that name, which a phone has linked. */
function linked(name: string, phone: string): number {
  const { id } = store.whatsapp.numbers.add(name);
  const value = JSON.stringify({ account: {}, me: { id: `${phone}:7@s.whatsapp.net` } });
  store.whatsapp.of(id).keys.set([{ type: 'creds', id: 'me', value }]);
  return id;
}
function serves(id: number, ...groups: string[]): void {
  for (const group of groups) store.whatsapp.numbers.serve(`whatsapp:${group}@g.us` as ChatRef, id);
}
const named = (area: AreaCode) => numberFor(store.whatsapp.numbers, area);

it('is none while no number is linked and at work', () => {
  expect(named(SOLAPAN)).toBeUndefined();
  store.whatsapp.numbers.add('Belum ditautkan');
  expect(named(SOLAPAN)).toBeUndefined();
  store.whatsapp.numbers.pause(linked('Dijeda', '6281'), true);
  store.whatsapp.numbers.bar(linked('Diblokir', '6282'), true);
  expect(named(SOLAPAN)).toBeUndefined();
});

it('is the one that is named after the area, or after the nearest above it', () => {
  linked('Nomor pertama', '6281');
  const regency = linked('Kab. Bengkalis', '6282');
  linked('Kota Dumai', '6283');
  const province = linked('riau', '6284');
  serves(regency, '1', '2', '3');
  expect(named(SOLAPAN)).toBe('6282');
  expect(named('14.03' as AreaCode)).toBe('6282');
  expect(named(DUMAI_TIMUR)).toBe('6283');
  expect(named('14' as AreaCode)).toBe('6284');
  store.whatsapp.numbers.pause(regency, true);
  expect(named(SOLAPAN)).toBe('6284');
  store.whatsapp.numbers.remove(province);
  linked('Bathin Solapan', '6285');
  expect(named(SOLAPAN)).toBe('6285');
});

it('is otherwise the one that serves the fewest groups', () => {
  const first = linked('Nomor pertama', '6281');
  const second = linked('Nomor kedua', '6282');
  expect(named(SOLAPAN)).toBe('6281');
  serves(first, '1', '2');
  serves(second, '3');
  expect(named(SOLAPAN)).toBe('6282');
  expect(named('00' as AreaCode)).toBe('6282');
});
