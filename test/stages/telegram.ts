import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Update } from 'grammy/types';
import { commands } from '../../commands/index.ts';
import type { Rate } from '../../src/adapters/adapter.ts';
import { type App, createApp } from '../../src/app/app.ts';
import { addMs } from '../../src/domain/clock.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { createLog } from '../../src/log.ts';
import { openTestStore } from '../engine.ts';
import { makeFolder } from '../folder.ts';
import { SETTINGS } from '../settings.ts';
import type { Deed, Heard, Said, Stage } from '../stage.ts';
import { startApiDouble } from '../telegram/api-double.ts';
import { telegramOn } from '../telegram/on-double.ts';
import { atRest } from './rest.ts';

const GROUP = { id: -1001234567890, type: 'supergroup' as const, title: 'KDMP Bathin Solapan' };
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const CHANNEL_BOT = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
const CHANNEL = { id: -100777, type: 'channel', title: 'Warta Desa' };
const FORWARD = { type: 'hidden_user', sender_user_name: 'Warta Desa', date: 1_750_000_000 };

/** What came of deeds at the same moment: the messages, and what each press was answered with. */
export interface Together {
  readonly said: readonly Said[];
  readonly toasts: readonly (string | undefined)[];
}

export interface TelegramStage extends Stage {
  /** Carries out what several people do at the same moment: the bot hears of it at once. */
  together(deeds: readonly Deed[]): Promise<Together>;
  /** The machine's clock is ahead of Telegram's from now on. */
  ahead(ms: number): void;
  /** Starts again, and keeps to a rate limit from then on. */
  restart(pace?: Rate): Promise<void>;
}

/** The bot on Telegram, over real HTTP against the Bot API double, on a real SQLite file. */
export async function telegramStage(
  start = '2027-04-01T02:00:00.000Z',
  seesAll = false,
): Promise<TelegramStage> {
  const folder = makeFolder();
  const file = join(folder, 'test.sqlite');
  const users = new Map<string, number>();
  const names = new Map<number, string>();
  let now = start as Instant;
  let ahead = 0;
  const serverNow = () => addMs(now, -ahead);
  const api = await startApiDouble({ seesAll, clock: serverNow });
  let lastId = 100_000;
  let store = openTestStore(file);
  let app = await run('unlimited');

  async function run(pace: Rate | 'unlimited'): Promise<App> {
    const log = createLog(process.env.LOG_LEVEL ?? 'silent');
    const clock = () => now;
    const telegram = telegramOn(api, clock, log, pace);
    const made = createApp({
      store,
      platforms: [telegram],
      commands,
      settings: SETTINGS,
      clock,
      log,
    });
    await made.start();
    return made;
  }

  function user(name: string) {
    const id = users.get(name) ?? 7000 + users.size;
    users.set(name, id);
    names.set(id, name);
    return { id, is_bot: false, first_name: name };
  }

  const groups = new Map<string, Pick<typeof GROUP, 'id' | 'type' | 'title'>>();
  function groupOf(title: string | undefined) {
    if (!title) return GROUP;
    const group = groups.get(title) ?? { ...GROUP, id: GROUP.id - 1 - groups.size, title };
    groups.set(title, group);
    return group;
  }

  const chatOf = (deed: Deed) =>
    deed.privately
      ? { id: user(deed.person).id, type: 'private' as const, first_name: deed.person }
      : groupOf(deed.group);

  function replied(deed: Deed): Partial<Message> {
    if (!deed.replyTo) return {};
    const id = typeof deed.replyTo === 'string' ? deed.replyTo : deed.replyTo.id;
    const said = sent.get(Number(id));
    const from = said ? api.me : user(authors.get(Number(id))!);
    const shown = said
      ? { text: said.text }
      : { text: '…', ...(passedOn.has(Number(id)) && { forward_origin: FORWARD }) };
    const chat = chatOf(deed);
    const there = said && groupThat(api.messages.find(({ message_id }) => message_id === Number(id))!);
    if (there && there.id !== chat.id) {
      const origin = { type: 'user', sender_user: api.me, date: 1 };
      return { external_reply: { origin, chat: there, message_id: Number(id) } as never };
    }
    const message = { message_id: Number(id), date: 1, chat, from, ...shown };
    return { reply_to_message: message as never };
  }

  const authors = new Map<number, string>();
  const passedOn = new Set<number>();
  const dates = new Map<number, number>();
  const sent = new Map<number, Said>();
  // Never dropped: people press buttons of a message that was edited in the meantime.
  const commandsOf = new Map<string, string>();

  function update(deed: Deed): { body: Omit<Update, 'update_id'>; id: number } {
    const from = user(deed.person);
    if (deed.press) {
      const on = api.messages.find((message) => message.message_id === Number(deed.press!.on.id))!;
      const data = commandsOf.get(`${deed.press.on.id} ${deed.press.label}`);
      const chat = groupThat(on) ?? on.chat;
      const body = {
        callback_query: { id: `${++lastId}`, from, chat_instance: '1', data, message: { ...on, chat } },
      };
      return { body: body as never, id: lastId };
    }
    const id = deed.edits ? Number(deed.edits) : ++lastId;
    authors.set(id, deed.person);
    if (deed.forwarded) passedOn.add(id);
    const words = deed.mentionsBot ? `@kopdes_bot ${deed.text}` : deed.text;
    const entities = deed.mentionsBot ? [{ type: 'mention', offset: 0, length: 11 }] : [];
    const date = Math.floor(Date.parse(deed.at ?? serverNow()) / 1000);
    if (!dates.has(id)) dates.set(id, date);
    const message = {
      message_id: id,
      date: dates.get(id)!,
      chat: chatOf(deed),
      ...(deed.anonymous ? { from: ANONYMOUS, sender_chat: GROUP } : { from }),
      ...(deed.asChannel && { from: CHANNEL_BOT, sender_chat: CHANNEL }),
      ...(deed.photo
        ? {
            photo: [{ file_id: 'x', file_unique_id: 'x', width: 9, height: 9 }],
            ...(words && { caption: words }),
          }
        : deed.media
          ? { [deed.media]: {} }
          : { text: words, entities }),
      ...(deed.forwarded && { forward_origin: FORWARD }),
      ...(deed.album && { media_group_id: deed.album }),
      ...(deed.edits && { edit_date: date }),
      ...replied(deed),
    };
    return { body: { [deed.edits ? 'edited_message' : 'message']: message } as never, id };
  }

  /** The group in which a message stands; undefined for a private chat. */
  const groupThat = (message: Message) => (message.chat.id < 0 ? groupOf(titleOf(message)) : undefined);

  const titleOf = ({ chat }: Pick<Message, 'chat'>): string | undefined =>
    [...groups.values()].find(({ id }) => id === chat.id)?.title;

  const callsOf = ({ message_id }: Message) =>
    api.calls.filter((call) => (call.result as Message | undefined)?.message_id === message_id);

  /** The files that a message carries: uploaded with it, or with an earlier one, whose id it names. */
  const filesOf = (message: Message): string[] =>
    callsOf(message).flatMap(({ files, payload }) => {
      const uploaded = Object.values(files).map(({ name }) => name);
      const id = payload.photo ?? payload.document;
      return uploaded.length > 0 || typeof id !== 'string' ? uploaded : namesOfUpload(id);
    });

  const namesOfUpload = (id: string): string[] =>
    api.calls
      .filter(({ result }) => JSON.stringify(result ?? null).includes(`"${id}"`))
      .flatMap(({ files }) => Object.values(files).map(({ name }) => name));

  const asSaid = (message: Message): Said => {
    const html = (message.text ?? message.caption ?? '') as string;
    const markup = message.reply_markup as
      | { inline_keyboard?: { text: string; callback_data: string }[][] }
      | undefined;
    const buttons = (markup?.inline_keyboard ?? []).flat();
    for (const { text, callback_data } of buttons)
      commandsOf.set(`${message.message_id} ${text}`, callback_data);
    return {
      id: `${message.message_id}`,
      text: html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
      buttons: buttons.map(({ text }) => text),
      files: filesOf(message),
      mentions: [...html.matchAll(/tg:\/\/user\?id=(\d+)/g)].map(([, id]) => names.get(Number(id))!),
      edited: sent.has(message.message_id),
      ...(titleOf(message) && { group: titleOf(message)! }),
    };
  };

  /** At rest: everything offered was confirmed, and nothing is left that could go out now. */
  async function settled(): Promise<void> {
    await api.until(() => api.unconfirmed() === 0 && api.polled());
    await atRest(store, now);
  }

  function collect(before: readonly string[]): Said[] {
    const fresh = api.messages.filter((message, i) => JSON.stringify(message) !== before[i]);
    const said = fresh.map(asSaid);
    for (const each of said) sent.set(Number(each.id), each);
    return said;
  }

  async function during(deed: () => Promise<void>): Promise<Said[]> {
    const before = api.messages.map((message) => JSON.stringify(message));
    await deed();
    await settled();
    return collect(before);
  }

  return {
    get store() {
      return store;
    },
    file,
    idsOf: (name) => [`telegram:${user(name).id}`],
    async at(moment): Promise<Heard> {
      now = new Date(moment).toISOString() as Instant;
      return {
        said: await during(async () => {
          app.tick();
        }),
      };
    },
    async act(deed) {
      const { body, id } = update(deed);
      const said = await during(async () => {
        const [number] = api.queue(body);
        await api.until(() => api.confirmed() > number!);
      });
      const answer =
        deed.press && api.callsOf('answerCallbackQuery').find((c) => c.payload.callback_query_id === `${id}`);
      const text = answer?.payload.text as string | undefined;
      return {
        id: `${id}`,
        said,
        ...(answer?.payload.show_alert ? { alert: text } : { toast: text }),
      };
    },
    async together(deeds) {
      const updates = deeds.map(update);
      const said = await during(async () => {
        const numbers = api.queue(...updates.map(({ body }) => body));
        await api.until(() => api.confirmed() > numbers.at(-1)!);
      });
      const answers = api.callsOf('answerCallbackQuery').map(({ payload }) => payload);
      const toasts = updates.map(
        ({ id }) => answers.find((each) => each.callback_query_id === `${id}`)?.text as string | undefined,
      );
      return { said, toasts };
    },
    invitation: (district = '14.03.16') =>
      store.transaction((tx) => invite(tx, district as DistrictCode, now)),
    ahead(ms) {
      ahead = ms;
    },
    async restart(pace) {
      await app.stop();
      store.close();
      store = openTestStore(file);
      app = await run(pace ?? 'unlimited');
    },
    async close() {
      await app.stop();
      store.close();
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}
