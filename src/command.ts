import type { Area, Village } from './area.ts';
import type { Content } from './content.ts';
import type { Instant, LocalDate, VillageCode } from './ids.ts';
import type { Actor } from './permissions.ts';
import type { IncomingMessage } from './platform/platform.ts';
import type { Chat, District } from './store/chats.ts';
import type { Outgoing, Posted, Context as PromptContext } from './store/outbox.ts';
import type { Store } from './store/store.ts';

/** The kecamatan that a message is about. */
export interface Here {
  readonly area: Area;
  readonly district: District;
  /** IANA name. */
  readonly timeZone: string;
}

/** What a message meets: who says it, where, and everything that is remembered. */
export interface Context {
  readonly store: Store;
  readonly settings: Settings;
  readonly actor: Actor;
  readonly message: IncomingMessage;
  /** The button was named in a reply rather than pressed. */
  readonly typed: boolean;
  /** It names a choice that is no longer what its reader saw. */
  readonly stale?: boolean;
  readonly now: Instant;
  readonly chat: Chat | undefined;
  /** Our own message whose button was pressed, or that is replied to. */
  readonly prompt: Posted | undefined;
  readonly here: Here | undefined;
}

export interface InDistrict extends Context {
  readonly here: Here;
}

export interface Settings {
  /** The deadline that a kecamatan starts with; undefined: the next 15 May. */
  readonly deadline: LocalDate | undefined;
  /** Days before the deadline on which a reminder goes out. */
  readonly reminderDays: readonly number[];
}

/** What a command gives back; the bot queues it, the outbox delivers it. */
export interface Reply {
  readonly answer?: Content;
  /** What a reply to the answer is about. */
  readonly context?: PromptContext;
  /** The answer asks for words: the sender's next message may answer it without quoting it. */
  readonly question?: true;
  /** Only the sender may use the answer's buttons. */
  readonly asks?: true;
  /** The answer takes the place of the message whose button was pressed. */
  readonly edits?: true;
  /** Shown at once to whoever pressed the button. */
  readonly toast?: string;
  readonly alert?: string;
  readonly also?: readonly Also[];
}

/** A further message. */
interface Also extends Pick<Outgoing, 'to' | 'content' | 'context' | 'answers' | 'edits' | 'scheduled'> {
  /** The sender's next message may answer it without quoting it. */
  readonly question?: true | undefined;
}

interface CommandBase {
  /** The word that people type after the slash. */
  readonly name: string;
  /** Where its menu shows it; it is understood everywhere. */
  readonly menu: 'private' | 'group' | 'anywhere' | 'none';
  /** Words that are the yes to its own question, and whether they count without the question, typed out. */
  readonly yes?: { readonly words: RegExp; readonly typed: boolean };
}

/** `words` is what stands behind the command's name. */
export type Command =
  | (CommandBase & {
      readonly needs: 'kecamatan';
      readonly who: (actor: Actor, here: Here) => boolean;
      readonly run: (words: string, context: InDistrict) => Reply;
    })
  | (CommandBase & { readonly needs: 'nothing'; readonly run: (words: string, context: Context) => Reply });

/** Checks a command's shape and keeps its literal types. */
export const defineCommand = (command: Command): Command => command;

export const villageOf = (here: Here, code: VillageCode | string): Village | undefined =>
  here.area.villages.find((village) => village.code === code);
