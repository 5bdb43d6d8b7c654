import type { Message } from 'grammy/types';
import type { MessageRef } from '../../src/domain/ids.ts';
import type { Done } from './promises.ts';
import type { Random } from './random.ts';
import type { Group, Head, Town } from './town.ts';
import { createWords, latestToCorrect, QUESTIONS, rowsOf } from './words.ts';

/** Something that somebody did in a group on Telegram. */
export interface Deed extends Done {
  /** The update, so that it can be delivered again. */
  readonly body: object;
}

type Given = Pick<Deed, 'kind' | 'rows' | 'body'> & { readonly group: Group; readonly id: number };

/** The people of a town, who do what comes to their minds: report by words and buttons, correct, undo, ask. */
export function createCrowd(town: Town, random: Random) {
  const deeds: Deed[] = [];
  const delivered: Deed[] = [];

  const words = createWords(random);

  function done({ kind, rows, body, group, id }: Given): Deed {
    const message = (
      kind === 'press' ? `telegram:press:${id}` : `telegram:${group.chat.id}:${id}`
    ) as MessageRef;
    const { edited_message } = body as { edited_message?: { edit_date: number } };
    const ref = edited_message ? (`${message}:e${edited_message.edit_date}` as MessageRef) : message;
    const deed = { kind, rows, body, chat: `${group.chat.id}`, id: `${id}`, ref, message };
    deeds.push(deed);
    return deed;
  }

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
    const rows = words.rowsFor(head.village);
    return write('report', group, head, words.inSomeWay(rows), rows);
  }

  /** The latest report of a head that was not corrected yet is written again. */
  function correct(group: Group, head: Head): Deed {
    const own = latestToCorrect(deeds, head.village);
    if (!own) return report(group, head);
    const rows = words.rowsInstead(head.village, own.rows);
    const { message } = own.body as { message: Message };
    const edit_date = Math.max(message.date + 1, Math.floor(town.now() / 1000));
    const edited_message = { ...message, edit_date, text: words.exactly(rows) };
    return done({ kind: 'correct', group, id: message.message_id, rows, body: { edited_message } });
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
