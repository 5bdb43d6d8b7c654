import Database from 'better-sqlite3';
import { area } from '../src/domain/areas.ts';
import { NATION } from '../src/domain/ids.ts';
import { UNITS } from '../src/domain/units.ts';
import { openStore } from '../src/store/store.ts';
import type { Group } from './town.ts';

/** Of each kecamatan: about what some months leave behind. */
const LEDGER_ROWS = 147;
const MESSAGES = 40;
const SLOTS = 20;
/** Rows of the ledger that were recorded today: a busy day. */
const TODAY = 12;
/** Rows whose texts and messages are due to be pruned at the next start. */
const EXPIRED = 8;

const DAY_MS = 86_400_000;

/** Makes a database of so many kecamatan, with a head in each village; `now` is the moment until which they wrote. Takes a minute for the whole country. */
export function seedNation(file: string, towns: readonly Group[], now: number): void {
  openStore(file).close();
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  db.transaction(() => fill(db, towns, now))();
  for (const { sql } of indexes) db.exec(sql);
  db.close();
  // It counts what was never counted.
  openStore(file).close();
}

function fill(db: Database.Database, towns: readonly Group[], now: number): void {
  const at: At = (daysAgo, n = 0) => new Date(now - daysAgo * DAY_MS - n * 60_000).toISOString();
  const addPeople = peopleAdder(db, at, deadlineAfter(now));
  const addLedger = ledgerAdder(db, at);
  const addMessages = messageAdder(db, at);
  for (const [i, town] of towns.entries()) {
    addLedger(town, addPeople(town, i));
    addMessages(town);
  }
  linkNation(db, at, deadlineAfter(now));
}

/** The instant so many days, and so many minutes, ago. */
type At = (daysAgo: number, minutes?: number) => string;
type RowId = number | bigint;

const inserter = (db: Database.Database) => (table: string, columns: string) =>
  db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`);

const groupOf = ({ chat }: Group): string => `telegram:${chat}`;

/** Adds the group of a kecamatan, and a head for each of its villages; gives their ids. */
function peopleAdder(db: Database.Database, at: At, deadline: string) {
  const insert = inserter(db);
  const district = insert('district', 'code, deadline, deadline_set_at');
  const chat = insert('chat', 'ref, kind, title, district, linked_at');
  const person = insert('person', 'name');
  const ref = insert('person_ref', 'ref, person');
  const role = insert('role', 'person, kind, area, state, asked_at, decided_at');
  return (town: Group, i: number): readonly RowId[] => {
    district.run(town.district, deadline, at(300));
    chat.run(groupOf(town), 'group', `KDMP ${town.district}`, town.district, at(300));
    return area(town.district)!.villages.map((village, n) => {
      const { lastInsertRowid } = person.run(`Kepala ${village.name}`);
      const user = n === 0 ? town.user : 2_000_000_000 + i * 1000 + n;
      ref.run(`telegram:${user}`, lastInsertRowid);
      role.run(lastInsertRowid, 'kades', village.code, 'held', at(300), at(300));
      return lastInsertRowid;
    });
  };
}

/** Adds a group of the nation, to which a recap and a reminder are due. */
function linkNation(db: Database.Database, at: At, deadline: string): void {
  const insert = inserter(db);
  insert('district', 'code, deadline, deadline_set_at').run(NATION, deadline, at(300));
  insert('chat', 'ref, kind, title, district, linked_at').run(
    'telegram:-1000999999',
    'group',
    'Kemenkop',
    NATION,
    at(300),
  );
}

/** Adds what the heads of a kecamatan have reported. */
function ledgerAdder(db: Database.Database, at: At) {
  const report = inserter(db)(
    'report',
    'village, unit, status, person, role, at, recorded_at, message, text',
  );
  const status = db.prepare(
    `INSERT INTO unit_status (village, unit, status, since, at, report) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET status = excluded.status, at = excluded.at, report = excluded.report`,
  );
  return (town: Group, heads: readonly RowId[]): void => {
    const { villages } = area(town.district)!;
    for (let n = LEDGER_ROWS - 1; n >= 0; n -= 1) {
      const one = n % villages.length;
      const { code } = villages[one]!;
      const unit = UNITS[Math.floor(n / villages.length) % UNITS.length];
      const when = at(n < TODAY ? 0 : n < LEDGER_ROWS - EXPIRED ? 1 + Math.floor(n / 2) : 91, n);
      const text = n < TODAY || n >= LEDGER_ROWS - EXPIRED ? 'kantor sudah berdiri' : null;
      const stands = n % 2 ? 'berdiri' : 'proses';
      const said = `${groupOf(town)}:${n}`;
      const row = report.run(code, unit, stands, heads[one], 'kades', when, when, said, text);
      status.run(code, unit, stands, when, when, row.lastInsertRowid);
    }
  };
}

/** Adds the messages of a kecamatan's group, their answers, and what the schedule has dealt with. */
function messageAdder(db: Database.Database, at: At) {
  const insert = inserter(db);
  const inbox = insert('inbox', 'ref, at, words');
  const slot = insert('slot', 'key, at, outcome');
  const outbox = insert(
    'outbox',
    'chat, scheduled, content, context, sender, answers, quotes, state, tries, sent_ref, at',
  );
  const content = JSON.stringify({
    text: `Dicatat untuk Desa Petani:\n${'✅ kantor koperasi: berdiri\n'.repeat(6)}`,
  });
  return (town: Group): void => {
    const group = groupOf(town);
    const user = `telegram:${town.user}`;
    for (let n = MESSAGES - 1; n >= 0; n -= 1) {
      const when = at(n < MESSAGES - EXPIRED ? n : 91, n);
      const said = `${group}:${n}`;
      inbox.run(said, when, 'bHdkY2RjZGNkY2RjZGNkYw');
      outbox.run(group, 0, content, '{}', user, said, said, 'sent', 1, `${group}:${100_000 + n}`, when);
    }
    for (let n = 0; n < SLOTS; n += 1)
      slot.run(`${group} 2027-05-15 monday ${at(7 * n).slice(0, 10)}`, at(7 * n), 'sent');
  };
}

const deadlineAfter = (now: number): string => new Date(now + 3 * DAY_MS).toISOString().slice(0, 10);
