import { expect, it } from 'vitest';
import { createHealth } from '../src/store/health.ts';

const full = Object.assign(new Error('database or disk is full'), {
  name: 'SqliteError',
  code: 'SQLITE_FULL',
});

it('says that a database cannot be written for as long as what was refused may be refused again', () => {
  let now = 0;
  const health = createHealth(() => now);
  health.committed();
  expect(health.trouble()).toBeUndefined();
  // What is refused comes again within half a minute; in between something is committed that needs no room.
  for (let minute = 0; minute < 5; minute++) {
    health.noteFault(full);
    health.committed();
    now += 30_000;
    expect(health.trouble()).toBe('cannot be written: database or disk is full');
  }
  now += 60_000;
  expect(health.trouble()).toBeUndefined();
});

it('says so until something is committed, however long that takes', () => {
  let now = 0;
  const health = createHealth(() => now);
  health.noteFault(full);
  now += 3_600_000;
  expect(health.trouble()).toBe('cannot be written: database or disk is full');
  health.committed();
  expect(health.trouble()).toBeUndefined();
});
