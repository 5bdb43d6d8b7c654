import type { Message } from 'grammy/types';
import type { MessageRef, VillageCode } from '../../src/ids.ts';
import { STATUS_LETTERS } from '../../src/reporting/echo.ts';
import { type Row, STATUSES, type Status, UNITS, type Unit } from '../../src/units.ts';
import type { Random } from './random.ts';
import type { Group, Head, Town } from './town.ts';

/** Something that somebody did in a group, and what it reports. */
export interface Deed {
  readonly kind: 'report' | 'correct' | 'undo' | 'ask' | 'press';
  readonly group: Group;
  /** The number of the message, or of the press. */
  readonly id: number;
  /** The update, so that it can be delivered again. */
  readonly body: object;
  readonly rows: readonly Row<VillageCode>[];
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  kantor: 'kantor',
  sembako: 'kios sembako',
  simpan_pinjam: 'simpan pinjam',
  klinik: 'klinik',
  apotek: 'apotek',
  gudang: 'gudang',
  logistik: 'logistik',
};
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  belum: 'belum ada',
  proses: 'masih proses',
  berdiri: 'sudah berdiri',
  beroperasi: 'sudah beroperasi',
};
const QUESTIONS = ['/rekap', '/status', '/belum', '/lapor', '/tenggat'];

/** What a button of the bot reports: `/lapor 14.03.16.2001 1b 4bx`. */
export function rowsOf(command: string): readonly Row<VillageCode>[] {
  const [, village = '', words = ''] = /^\/lapor (\S+) (.*)$/.exec(command) ?? [];
  return words.split(' ').flatMap((word) => {
    const [, number, letter] = /^([1-7]).*([xpbo])$/.exec(word) ?? [];
    const status = STATUSES.find((each) => STATUS_LETTERS[each] === letter);
    return number && status
      ? [{ village: village as VillageCode, unit: UNITS[Number(number) - 1]!, status }]
      : [];
  });
}

export type Crowd = ReturnType<typeof createCrowd>;

/** The people of a town, who do what comes to their minds: report by words and buttons, correct, undo, ask. */
export function createCrowd(town: Town, random: Random) {
  const deeds: Deed[] = [];
  const delivered: Deed[] = [];

  const done = (deed: Deed): Deed => {
    deeds.push(deed);
    return deed;
  };

  function rowsFor({ village }: Head): Row<VillageCode>[] {
    const units = random.shuffle(UNITS).slice(0, 1 + random.below(3));
    return units.map((unit) => ({ village: village.code, unit, status: random.pick(STATUSES) }));
  }

  const inWords = (rows: readonly Row[]) =>
    `/lapor ${rows.map(({ unit, status }) => `${UNIT_WORDS[unit]} ${STATUS_WORDS[status]}`).join(', ')}`;
  const exactly = (rows: readonly Row<VillageCode>[]) =>
    `/lapor ${rows[0]!.village} ${rows
      .map(({ unit, status }) => `${UNITS.indexOf(unit) + 1}${STATUS_LETTERS[status]}`)
      .join(' ')}`;

  function write(
    kind: Deed['kind'],
    group: Group,
    { user }: Head,
    text: string,
    rows: Deed['rows'] = [],
  ): Deed {
    const id = town.nextId();
    const date = Math.floor(town.now() / 1000);
    const message = { message_id: id, date, chat: group.chat, from: user, text };
    return done({ kind, group, id, rows, body: { message } });
  }

  function report(group: Group, head: Head): Deed {
    const rows = rowsFor(head);
    return write('report', group, head, random.chance(0.5) ? inWords(rows) : exactly(rows), rows);
  }

  /** The latest report of a head that was not corrected yet is written anew. */
  function correct(group: Group, head: Head): Deed {
    const own = deeds.findLast(
      ({ kind, rows, id }) =>
        kind === 'report' &&
        rows[0]!.village === head.village.code &&
        !deeds.some((deed) => deed.kind === 'correct' && deed.id === id),
    );
    if (!own) return report(group, head);
    const rows = rowsFor(head);
    const { message } = own.body as { message: Message };
    const edit_date = Math.max(message.date + 1, Math.floor(town.now() / 1000));
    const edited_message = { ...message, edit_date, text: exactly(rows) };
    return done({ kind: 'correct', group, id: own.id, rows, body: { edited_message } });
  }

  function press(group: Group, head: Head): Deed {
    const shown = town.api.messages.filter(
      (message) => message.chat.id === group.chat.id && message.reply_markup,
    );
    const buttons = shown.slice(-4).flatMap((message) =>
      message.reply_markup!.inline_keyboard.flat().flatMap((button) => {
        const { callback_data: data = '' } = button as { callback_data?: string };
        return data.startsWith(`/lapor ${head.village.code} `) ? [{ message, data }] : [];
      }),
    );
    if (buttons.length === 0) return write('ask', group, head, '/lapor');
    const { message, data } = random.pick(buttons);
    const id = town.nextId();
    const on = { ...message, chat: group.chat };
    const callback_query = { id: `${id}`, from: head.user, chat_instance: '1', data, message: on };
    return done({ kind: 'press', group, id, rows: rowsOf(data), body: { callback_query } });
  }

  function act(): Deed {
    const group = random.pick(town.groups);
    const head = random.pick(group.heads);
    const what = random.below(10);
    if (what < 3) return report(group, head);
    if (what < 4) return correct(group, head);
    if (what < 5) return write('undo', group, head, '/batal');
    if (what < 7) return press(group, head);
    return write('ask', group, head, random.pick(QUESTIONS));
  }

  /** Deeds reach the bot with its next poll, in this order. */
  function deliver(given: readonly Deed[]): void {
    delivered.push(...given);
    town.api.queue(...(given.map(({ body }) => body) as never[]));
  }

  return {
    deeds,
    act,
    deliver,
    /** So many deeds, one after the other. */
    acts: (n: number): void => deliver(Array.from({ length: n }, act)),
    /** The correction of a report came before the report itself. */
    isOvertaken: (deed: Deed): boolean => {
      const correction = deeds.find(({ kind, id }) => kind === 'correct' && id === deed.id);
      return (
        deed.kind === 'report' &&
        correction !== undefined &&
        delivered.indexOf(correction) < delivered.indexOf(deed)
      );
    },
  };
}

/** Under which ref the bot remembers that it dealt with a deed. */
export function refOf({ kind, group, id, body }: Deed): MessageRef {
  if (kind === 'press') return `telegram:press:${id}` as MessageRef;
  const original = `telegram:${group.chat.id}:${id}`;
  const { edited_message } = body as { edited_message?: { edit_date: number } };
  return (edited_message ? `${original}:e${edited_message.edit_date}` : original) as MessageRef;
}

/** Under which ref the ledger has what a deed reported. */
export const messageRefOf = ({ kind, group, id }: Deed): MessageRef =>
  (kind === 'press' ? `telegram:press:${id}` : `telegram:${group.chat.id}:${id}`) as MessageRef;
