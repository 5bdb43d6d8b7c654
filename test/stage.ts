import { expect } from 'vitest';
import type { MediaKind } from '../src/adapters/adapter.ts';
import type { Instant } from '../src/domain/ids.ts';
import type { Store } from '../src/store/store.ts';

/** A message of the bot as people see it. */
export interface Said {
  readonly id: string;
  /** Without markup. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** The names of the files that it carries. */
  readonly files: readonly string[];
  /** The names of those whom it notifies. */
  readonly mentions: readonly string[];
  /** It took the place of an earlier message. */
  readonly edited: boolean;
  /** The title of the group that it was said in, where that is not the stage's own. */
  readonly group?: string;
}

/** What came back: the messages that the bot wrote or changed, and what a press was answered with. */
export interface Heard {
  readonly said: readonly Said[];
  readonly toast?: string | undefined;
  readonly alert?: string | undefined;
  /** The platform has no buttons: what was pressed was typed. */
  readonly typed?: true;
}

/** What a person does in a chat; the rest of a stage is the same on every platform. */
export interface Deed {
  readonly person: string;
  readonly text?: string;
  readonly replyTo?: Said | string | undefined;
  readonly mentionsBot?: boolean;
  readonly photo?: boolean;
  readonly album?: string;
  /** Somebody else's words, passed on. */
  readonly forwarded?: boolean;
  readonly edits?: string;
  readonly press?: { readonly on: Said; readonly label: string };
  readonly anonymous?: boolean;
  /** In a channel's name. */
  readonly asChannel?: boolean;
  /** Something without words. */
  readonly media?: MediaKind;
  /** A private chat with the bot instead of the group. */
  readonly privately?: boolean;
  /** Another group than the stage's own, by its title; not in the simulator. */
  readonly group?: string;
  readonly at?: Instant;
}

/** A platform with a group on it and the whole bot behind it. */
export interface Stage {
  readonly store: Store;
  /** The database. */
  readonly file: string;
  /** What the platform calls somebody who was there: ids and numbers. */
  idsOf(person: string): readonly string[];
  /** Moves the bot's clock, and does what is then due. */
  at(now: string): Promise<Heard>;
  /** Carries a deed out, waits until the bot has come to rest, and gives what it said; `id` is the deed's message. */
  act(deed: Deed): Promise<Heard & { readonly id: string }>;
  /** A code that opens a kecamatan. */
  invitation(district?: string): string;
  /** Stops the process and starts it again on the same file. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

type Options = Omit<Deed, 'person' | 'text' | 'press'>;

/** What a person did and what came of it: `await petani.says('1 3 5').hears('3/7')`. */
class Exchange implements PromiseLike<Heard & { readonly id: string }> {
  private readonly outcome: Promise<Heard & { readonly id: string }>;
  constructor(outcome: Promise<Heard & { readonly id: string }>) {
    this.outcome = outcome;
  }
  // biome-ignore lint/suspicious/noThenProperty: an exchange is awaited where nothing is expected of it.
  then<A, B>(
    done?: ((heard: Heard & { readonly id: string }) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.outcome.then(done, failed);
  }
  /** Each of these stands in what the bot said; gives its last message. */
  async hears(...expected: readonly (string | RegExp)[]): Promise<Said> {
    const { said } = await this.outcome;
    const text = said.map((message) => message.text).join('\n---\n');
    for (const each of expected)
      expect(text).toMatch(typeof each === 'string' ? new RegExp(literally(each)) : each);
    return said.at(-1)!;
  }
  async hearsNothing(): Promise<void> {
    const { said, alert } = await this.outcome;
    expect({ said: said.map(({ text }) => text), alert }).toEqual({ said: [], alert: undefined });
  }
  /** Refused to the presser alone; where the button has to be typed, in an answer that may say more. */
  async isAlerted(expected: RegExp, answered: RegExp = expected): Promise<void> {
    const { said, alert, typed } = await this.outcome;
    if (typed) expect([alert, ...said.map(({ text }) => text)].join('\n')).toMatch(answered);
    else {
      expect(alert).toMatch(expected);
      expect(said).toEqual([]);
    }
  }
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Somebody in the stage's group. */
export const person = (stage: Stage, name: string) => ({
  name,
  says: (text: string, options: Options = {}) => new Exchange(stage.act({ person: name, text, ...options })),
  replies: (replyTo: Said, text: string, options: Options = {}) =>
    new Exchange(stage.act({ person: name, text, replyTo, ...options })),
  presses: (on: Said, label: string, options: Options = {}) => {
    const button =
      on.buttons.find((each) => each === label) ?? on.buttons.find((each) => each.startsWith(label));
    expect(button, `a button ${label} among ${on.buttons.join(' | ')}`).toBeDefined();
    return new Exchange(stage.act({ person: name, press: { on, label: button! }, ...options }));
  },
});
export type Person = ReturnType<typeof person>;

export const VILLAGES = [
  'Petani',
  'Air Kulim',
  'Buluh Manis',
  'Bumbung',
  'Pamesi',
  'Kesumbo Ampai',
  'Bathin Sobanga',
  'Sebangar',
  'Boncah Mahang',
  'Balai Makam',
  'Tambusai Batang Dui',
  'Simpang Padang',
  'Pematang Obo',
] as const;

/** Opens Bathin Solapan; gives its camat. */
export async function open(stage: Stage): Promise<Person> {
  const camat = person(stage, 'Ibu Camat');
  await camat.says(`/mulai ${stage.invitation()}`).hears('sudah aktif');
  return camat;
}

/** Registers somebody for a village and has the camat approve it. */
export async function register(stage: Stage, camat: Person, name: string, village: string, role = 'kades') {
  const head = person(stage, name);
  await head.says(`/daftar ${village} ${role}`).hears('menunggu persetujuan');
  await camat.says('/setujui semua').hears(`kini tercatat`);
  return head;
}
