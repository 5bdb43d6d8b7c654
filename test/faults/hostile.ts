import {
  FORGED,
  FORGED_BY_STRANGERS,
  JUNK,
  LOOKS,
  PLAIN,
  REPEATED,
  SERVICE,
  UNKNOWN,
} from './hostile-words.ts';
import {
  COORDINATORS,
  groupOf,
  LINKED,
  READERS,
  REPORTERS,
  STRANGERS,
  UNLINKED,
  VILLAGES,
} from './offices.ts';
import type { Random } from './random.ts';

export type Body = Record<string, unknown>;

/** A message of the bot's in a group, and what its buttons stand for. */
export interface Shown {
  readonly chat: number;
  readonly id: number;
  readonly commands: readonly string[];
}

interface Person {
  readonly id: number;
}

/** The bot, as the Bot API double has it. */
const BOT = { id: 4242, is_bot: true, first_name: 'Kopdes', username: 'kopdes_bot' };
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
/** Bot API: the most characters that a text has. A caption has fewer: nothing should rest on that. */
const LONG = 4096;
const TOO_LONG = 100_000;
const DEEP = 1000;
const GROUPS = [...LINKED.keys(), ...UNLINKED];
const HAVE_NOTHING: readonly Person[] = STRANGERS;

/**
 * Makes updates as no friend of the bot would send them. Messages are numbered, so that none is a duplicate. `shown`:
 * what people press on and reply to; `now`: seconds since 1970.
 */
export function createHostile({ below, pick, chance }: Random, shown: readonly Shown[], now: number) {
  let last = 100_000;

  const anyone = (): Person => pick(pick([REPORTERS, READERS, STRANGERS, STRANGERS, STRANGERS]));
  const user = ({ id }: Person) => ({
    id,
    is_bot: false,
    first_name: chance(0.05) ? `X${text(20)}` : `Orang ${id}`,
  });
  const group = (id: number) => ({ id, type: 'supergroup', title: chance(0.02) ? text(40) : 'KDMP' });
  const chatOf = ({ id }: Person) =>
    chance(0.1) ? { id, type: 'private', first_name: 'X' } : group(pick(GROUPS));
  const filled = (form: string): string =>
    form.replace(/[VN]/g, (what) => (what === 'V' ? pick(VILLAGES) : `${1 + below(9)}`));
  const forged = (person: Person): string =>
    filled(pick(HAVE_NOTHING.includes(person) ? FORGED_BY_STRANGERS : FORGED));

  /** Any code point of any plane, halves of pairs among them. */
  const character = (): string =>
    chance(0.1)
      ? String.fromCharCode(0xd800 + below(0x800))
      : String.fromCodePoint(below(chance(0.5) ? 0x11_0000 : 0x300));
  const text = (length: number): string => Array.from({ length }, character).join('');

  /** A message of that person's in one of the groups, or as `more` says. */
  const message = (person: Person, more: Body): Body => ({
    message: { message_id: ++last, date: now, chat: chatOf(person), from: user(person), ...more },
  });

  function reply(person: Person, words: string): Body {
    if (shown.length === 0) return message(person, { text: words });
    const { chat: id, id: message_id } = pick(shown);
    const chat = group(id);
    return message(person, { text: words, chat, reply_to_message: { message_id, date: 1, chat, from: BOT } });
  }

  /** For any village, in its kecamatan's group as a rule; of those who report, half are about what is theirs. */
  function report(): Body {
    const office = pick([...REPORTERS, ...COORDINATORS]);
    const own = chance(0.5) ? VILLAGES.filter((code) => code.startsWith(office.area)) : VILLAGES;
    const village = pick(own);
    const status = () => pick(['x', 'p', 'b', 'o']);
    const row = `${1 + below(7)}${chance(0.5) ? status() : ''}${status()}`;
    const chat = group(chance(0.8) ? groupOf(village) : pick(GROUPS));
    return message(chance(0.7) ? office : anyone(), { chat, text: `/lapor ${village} ${row}` });
  }

  function command(): Body {
    const person = anyone();
    const words = chance(0.8) ? forged(person) : filled(pick(LOOKS));
    if (chance(0.3)) return reply(person, words);
    const named = chance(0.1) ? words.replace(/^\/\w+/, '$&@kopdes_bot') : words;
    const chat = group(pick(GROUPS));
    return message(person, {
      text: named,
      chat,
      ...(chance(0.05) && { from: ANONYMOUS, sender_chat: chat }),
    });
  }

  /** A button of the bot's that somebody else presses, or one that never was. */
  function press(): Body {
    const person = anyone();
    const unseen = { chat: pick(GROUPS), id: below(100_000), commands: [] };
    const { chat, id, commands } = shown.length > 0 && chance(0.9) ? pick(shown) : unseen;
    const invented = chance(0.7) ? forged(person) : text(1 + below(32));
    const data = commands.length > 0 && chance(0.6) ? pick(commands) : invented;
    const on = { message_id: id, date: chance(0.9) ? 1 : 0, chat: group(chat), from: BOT };
    return { callback_query: { id: `${++last}`, from: user(person), chat_instance: '1', message: on, data } };
  }

  /** Repeats one of the latest messages, which was somebody else's. */
  function edit(): Body {
    const person = pick(STRANGERS);
    const { message: written } = message(person, { text: forged(person), edit_date: now });
    return { edited_message: { ...(written as Body), message_id: last - below(200) } };
  }

  function words(): Body {
    const said = chance(0.5) ? text(1 + below(200)) : pick(PLAIN);
    return chance(0.3)
      ? reply(anyone(), said)
      : message(anyone(), { [chance(0.9) ? 'text' : 'caption']: said });
  }

  function huge(): Body {
    const [length, field] = chance(0.95) ? ([LONG, 'text'] as const) : ([TOO_LONG, 'caption'] as const);
    const again = pick(REPEATED);
    const begin = pick(['', '/lapor ', '/daftar ', '/status ']);
    return message(anyone(), { [field]: begin + again.repeat(length / again.length) + pick(['', 'x', '!']) });
  }

  function deep(): Body {
    let nested: unknown = 'x';
    for (let i = 0; i < DEEP; i++)
      nested = chance(0.5) ? [nested] : { [pick(['text', 'chat', 'reply_to_message'])]: nested };
    return message(anyone(), { [pick(['text', 'reply_to_message', 'chat', 'from', 'entities'])]: nested });
  }

  /** One of the others with parts taken out, or with something else in their place. */
  function malformed(): Body {
    const body = structuredClone(pick([report, command, press, edit, words])());
    for (let n = 1 + below(3); n > 0; n--) spoil(body);
    return body;
  }

  function spoil(body: Body): void {
    const keys = Object.keys(body);
    if (keys.length === 0) return;
    const key = pick(keys);
    const value = body[key];
    if (typeof value === 'object' && value !== null && chance(0.85)) spoil(value as Body);
    else if (chance(0.3)) delete body[key];
    else body[key] = chance(0.2) ? [value] : structuredClone(pick(JUNK));
  }

  const service = (): Body => message(anyone(), pick(SERVICE));
  const unknown = (): Body => ({ [pick(UNKNOWN)]: chance(0.5) ? pick(JUNK) : words().message });

  /** How many of a hundred. */
  const kinds: readonly (readonly [share: number, make: () => Body])[] = [
    [12, report],
    [14, command],
    [20, press],
    [4, edit],
    [12, words],
    [1, huge],
    [1, deep],
    [24, malformed],
    [4, service],
    [8, unknown],
  ];
  const drawn = kinds.flatMap(([share, make]) => Array.from({ length: share }, () => make));
  return { next: (): Body => pick(drawn)(), message };
}
