import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { IncomingMessage } from '../src/adapters/adapter.ts';
import { createBot } from '../src/app/bot.ts';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  OutboxId,
  UserRef,
  VillageCode,
} from '../src/domain/ids.ts';
import { createLog } from '../src/log.ts';
import type { Db, Statement } from '../src/store/db.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import { sqliteDb } from '../src/store/sqlite.ts';
import { repositories } from '../src/store/tx.ts';

const AT = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-100' as ChatRef;
const HEAD = 'telegram:1' as UserRef;
/** Statements for one report of one unit, from the message to its answer sent: each is a round trip on PostgreSQL. */
const HANDLED = 14;
const SENT = 4;

/** A database that notes which statements are run. */
function counting(): { readonly db: Db; readonly run: string[] } {
  const file = new Database(':memory:');
  for (const step of MIGRATIONS) file.exec(step);
  const db = sqliteDb(file);
  const run: string[] = [];
  const noting = <P extends object, R>(statement: Statement<P, R>, sql: string): Statement<P, R> => {
    const noted = (): Statement<P, R> => {
      run.push(sql);
      return statement;
    };
    return {
      get: (...params) => noted().get(...params),
      all: (...params) => noted().all(...params),
      run: (...params) => noted().run(...params),
    };
  };
  return {
    db: {
      ...db,
      prepare: <P extends object, R>(sql: string) => noting(db.prepare<P, R>(sql), sql),
      value: <P extends object, R>(sql: string) => noting(db.value<P, R>(sql), sql),
      insert: <P extends unknown[], Id>(sql: string) => {
        const insert = db.insert<P, Id>(sql);
        return (...params: P) => {
          run.push(sql);
          return insert(...params);
        };
      },
    },
    run,
  };
}

/** A bot on such a database, with an open kecamatan and its group; gives the statements that a message there runs. */
function running() {
  const { db, run } = counting();
  const tx = repositories(db);
  const bot = createBot({
    commands,
    settings: { deadline: undefined, reminderDays: [] },
    log: createLog('silent'),
  });
  tx.chats.open('14.03.16' as DistrictCode, '2027-05-15' as LocalDate, AT);
  tx.chats.seen(GROUP, 'group', 'KDMP');
  tx.chats.link(GROUP, '14.03.16' as DistrictCode, AT, null);
  const said = (n: number, text: string, from = HEAD): readonly string[] => {
    run.length = 0;
    const message: IncomingMessage = {
      kind: 'message',
      ref: `${GROUP}:${n}` as MessageRef,
      chat: GROUP,
      chatKind: 'group',
      sender: { refs: [from], name: 'Yusuf' },
      text,
      addressed: true,
      sentAt: AT,
    };
    bot.handle(tx, message, AT);
    return [...run];
  };
  return { tx, run, said };
}

it('a report asks the database for little', () => {
  const { tx, run, said } = running();
  tx.people.give(tx.people.findOrAdd([HEAD], 'Yusuf'), 'kades', '14.03.16.2001' as VillageCode, AT);
  said(1, '/lapor klinik proses');
  expect(said(2, '/lapor klinik berdiri')).toHaveLength(HANDLED);
  run.length = 0;
  expect(tx.outbox.claim(2 as OutboxId)?.content?.text).toMatch(/klinik/);
  tx.outbox.settle(2 as OutboxId, 'sent', `${GROUP}:3` as MessageRef);
  expect(run).toHaveLength(SENT);
});

it('a registration asks it for no more where many others ask for the same village', () => {
  const { tx, said } = running();
  const camat = 'telegram:2' as UserRef;
  tx.people.give(tx.people.findOrAdd([camat], 'Yusuf'), 'camat', '14.03.16' as DistrictCode, AT);
  let n = 0;
  const asks = () => said(++n, '/daftar petani kades', `telegram:${100 + n}` as UserRef).length;
  for (let i = 0; i < 30; i += 1) asks();
  const few = asks();
  for (let i = 0; i < 60; i += 1) asks();
  expect(asks()).toBe(few);
  expect(said(++n, '/setujui', camat).length).toBeLessThan(30);
});
