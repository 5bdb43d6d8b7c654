import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { openStore } from '../../src/store/store.ts';
import { type Body, createHostile, type Shown } from './hostile.ts';
import {
  COORDINATORS,
  DISMISSED,
  DISMISSING,
  furnish,
  groupOf,
  mayWrite,
  REPORTERS,
  VILLAGES,
} from './offices.ts';
import { createRandom, SEED } from './random.ts';
import { type Running, stateOf } from './running.ts';
import { openTown, type Town } from './town.ts';

const UPDATES = 100_000;
/** As many as one poll takes; the last of them is a rightful report. */
const AT_ONCE = 100;
/** The bot's latest messages, which people press on; earlier ones are gone from the server. */
const KEPT = 1000;
/** Without an end in sight for so long it will never be done with a hundred updates. */
const LONGEST_MS = 60_000;
/** Characters of the bot's log that a failure shows. */
const LOG_SHOWN = 2000;
/** How often the bot's memory is looked at; the medians of the second and the last quarter are compared. */
const WEIGHED = 20;
/** What it may hold more at the end, in MB: runs on a busy machine and on a quiet one differed by 0.2 to 0.6. */
const MORE_HELD = 2;
/** How much more the system may have given it. It creeps up, by a seventh: pages of the database, and holes. */
const MORE_RESIDENT = 1.5;

let town: Town;
beforeEach(async () => {
  const now = new Date().toISOString();
  town = await openTown(now);
  const store = openStore(town.database);
  furnish(store, now as Instant);
  store.close();
});
afterEach(() => town.close());

function rows<Row>(sql: string): Row[] {
  const db = new Database(town.database, { readonly: true });
  const found = db.prepare<[], Row>(sql).all();
  db.close();
  return found;
}

const heldRoles = () =>
  rows<{ id: number; ref: string }>(
    `SELECT role.id, ref, kind, area FROM role JOIN person_ref USING (person) WHERE state = 'held' ORDER BY role.id`,
  );

/** What only those in office may change. */
const settings = () => [
  rows('SELECT * FROM district'),
  rows('SELECT ref, district, active, thread FROM chat WHERE district IS NOT NULL ORDER BY ref'),
  rows('SELECT * FROM invitation'),
  rows(`SELECT kind, area FROM role WHERE state = 'declined'`),
];

interface Report {
  readonly village: string;
  readonly person: string | null;
  readonly role: string;
  readonly message: string;
  readonly reversed: 0 | 1;
}

const reports = () =>
  rows<Report>(
    `SELECT village, ref AS person, role, message, reversed_at IS NOT NULL AS reversed
     FROM report LEFT JOIN person_ref USING (person)`,
  );

/** Under which ref the ledger would have what an update reports, and who sent it. */
function originOf(body: Body, update?: number): { readonly ref: string; readonly id: unknown } {
  // biome-ignore lint/suspicious/noExplicitAny: anything may stand anywhere.
  const { message, edited_message, callback_query: press } = body as Record<string, any>;
  const said = message ?? edited_message;
  // Many messages have the number 0.
  const number = said?.message_id === 0 ? `0:u${update}` : said?.message_id;
  const ref = said ? `telegram:${said.chat?.id}:${number}` : `telegram:press:${press?.id}`;
  return { ref, id: (said ?? press)?.from?.id };
}

/** Who sent what, by the ref under which the ledger would have it. */
function createSenders() {
  const sent = new Map<string, { readonly person: string; readonly dismissed: boolean }[]>();
  return {
    /** `late`: after the dismissal. */
    note(body: Body, update: number, late: boolean): void {
      const { ref, id } = originOf(body, update);
      sent.set(ref, [
        ...(sent.get(ref) ?? []),
        { person: `telegram:${String(id)}`, dismissed: late && id === DISMISSED.id },
      ]);
    },
    /** It stands in the name of somebody who said it, had the right to, and never took it back. */
    isRightful: ({ village, person, role, message, reversed }: Report): boolean =>
      (sent.get(message) ?? []).some((deed) => deed.person === person && !deed.dismissed) &&
      mayWrite(Number(person?.slice('telegram:'.length)), role, village) &&
      reversed === 0,
  };
}

/** What the bot has said in groups since, and the presses that it answered; the server forgets what is old. */
function look(shown: Shown[], answered: Set<string>): void {
  const { api } = town;
  for (const { payload } of api.callsOf('answerCallbackQuery')) answered.add(payload.callback_query_id);
  const before = shown.at(-1)?.id ?? 0;
  for (const { chat, message_id: id, reply_markup } of api.messages) {
    if (id <= before || chat.id > 0) continue;
    const { inline_keyboard: buttons = [] } = (reply_markup ?? {}) as {
      inline_keyboard?: { callback_data?: string }[][];
    };
    shown.push({
      chat: chat.id,
      id,
      commands: buttons.flat().flatMap((button) => button.callback_data ?? []),
    });
  }
  for (const list of [shown, api.messages]) list.splice(0, list.length - KEPT);
  api.calls.length = 0;
}

interface Memory {
  /** What is left of the heap, and what hangs on it, when nothing can be thrown away. */
  readonly held: number;
  /** What the system has given the process. */
  readonly resident: number;
}

/** What the bot's process holds, in bytes, as it says itself. */
async function weigh(bot: Running, nth: number): Promise<Memory> {
  bot.child.kill('SIGUSR2');
  const said = new RegExp(`{"memory":${nth},.*}\n`);
  await bot.logged(said);
  return JSON.parse(said.exec(bot.log())![0]) as Memory;
}

/** The medians of the second quarter and of the last, in MB. */
function quarters(bytes: readonly number[]): readonly [early: number, late: number] {
  const quarter = bytes.length / 4;
  const median = (from: number) =>
    bytes.slice(from, from + quarter).toSorted((a, b) => a - b)[Math.floor(quarter / 2)]! / 2 ** 20;
  return [median(quarter), median(3 * quarter)];
}

it(`lives through ${UPDATES} bad updates, does what is asked with right between them, and nothing else`, async () => {
  const random = createRandom(SEED);
  const { api } = town;
  const shown: Shown[] = [];
  const answered = new Set<string>();
  const senders = createSenders();
  const hostile = createHostile(random, shown, Math.floor(town.now() / 1000));
  const bot = town.start({ preload: ['preload/memory.mjs'] });
  await bot.logged('"ready"');
  const offices = heldRoles();
  const before = settings();
  const memory: Memory[] = [];
  const expected: string[] = [];
  let late = false;

  /** Offers updates, while the bot deals with those offered before. */
  async function offer(bodies: readonly Body[]): Promise<void> {
    const updates = api.queue(...(bodies as never[]));
    for (const [at, body] of bodies.entries()) senders.note(body, updates[at]!, late);
    const confirmed = api.until(() => api.unconfirmed() <= AT_ONCE);
    const before = stateOf(bot.child);
    await Promise.race([confirmed, bot.ended, sleep(LONGEST_MS, undefined, { ref: false })]);
    const stands = () => `${before}, then ${stateOf(bot.child)}\n${bot.log().slice(-LOG_SHOWN)}`;
    if (api.unconfirmed() > AT_ONCE) expect.fail(stands());
    look(shown, answered);
  }

  const inGroup = (place: string) => ({ id: groupOf(place), type: 'supergroup', title: 'KDMP' });

  /** That a unit works, which is never less than before: it has to be written at once. */
  function rightfulReport(): Body {
    const { id, area } = random.pick(
      [...REPORTERS, ...COORDINATORS].filter((each) => !late || each !== DISMISSED),
    );
    const village = random.pick(VILLAGES.filter((code) => code.startsWith(area)));
    const chat = inGroup(village);
    const body = hostile.message({ id }, { chat, text: `/lapor ${village} ${1 + random.below(7)}o` });
    expected.push(originOf(body).ref);
    return body;
  }

  for (let n = 0; n < UPDATES; n += AT_ONCE) {
    if (n === UPDATES / 2) {
      const { id } = offices.find(({ ref }) => ref === `telegram:${DISMISSED.id}`)!;
      const chat = inGroup(DISMISSING.area);
      await offer([hostile.message(DISMISSING, { chat, text: `/cabut #${id}` })]);
      late = true;
    }
    await offer([...Array.from({ length: AT_ONCE - 1 }, hostile.next), rightfulReport()]);
    if (n % (UPDATES / WEIGHED) === 0) memory.push(await weigh(bot, memory.length + 1));
  }
  await Promise.race([town.atRest(), bot.ended]);
  look(shown, answered);

  expect([bot.child.exitCode, bot.child.signalCode], bot.log().slice(-LOG_SHOWN)).toEqual([null, null]);
  expect(api.unconfirmed()).toBe(0);
  expect(bot.log()).not.toMatch(/"level":[56]0/);
  expect(rows(`SELECT state, count(*) FROM outbox WHERE state <> 'sent' GROUP BY state`)).toEqual([]);
  expect(answered.size).toBeGreaterThan(UPDATES / 6);

  expect(heldRoles()).toEqual(offices.filter(({ ref }) => ref !== `telegram:${DISMISSED.id}`));
  expect(settings()).toEqual(before);
  const ledger = reports();
  expect(ledger.filter((report) => !senders.isRightful(report))).toEqual([]);
  expect(expected.filter((ref) => ledger.filter(({ message }) => message === ref).length !== 1)).toEqual([]);

  const held = quarters(memory.map((each) => each.held));
  const resident = quarters(memory.map((each) => each.resident));
  const shownMb = (both: readonly number[]) => both.map((mb) => mb.toFixed(1)).join(' → ');
  console.log(`${ledger.length} reports, ${answered.size} presses answered`);
  console.log(`held ${shownMb(held)} MB, resident ${shownMb(resident)} MB`);
  expect(held[1] - held[0]).toBeLessThan(MORE_HELD);
  expect(resident[1] / resident[0]).toBeLessThan(MORE_RESIDENT);
});
