import type { DistrictScope } from '../domain/district.ts';
import type { MessageRef, UserRef } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { PromptContext } from '../store/prompt-context.ts';
import type { Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';
import type { DistrictContext, MessageContext, UpperContext } from './context.ts';
import type { Standing } from './standing.ts';

/** What a command gives back; the bot queues it, the outbox delivers it. */
export interface Reply {
  readonly answer?: Content;
  /** What a reply to the answer is about. */
  readonly context?: PromptContext;
  /** The answer asks for words: the sender's next message may answer it without quoting it. */
  readonly awaitsAnswer?: true;
  /** Its choices mean the same for every person: the answer is queued only once, for all who were to get it. */
  readonly shared?: true;
  /** Its sender may not have it: what it would answer stays open for those who may. */
  readonly refused?: Refused;
  /** It puts somebody else's question again, which stays about their message. */
  readonly askedOf?: AskedOf;
  /** It answers the question in words that the message replies to. */
  readonly settles?: true;
  /** What it says holds by now: the questions about nothing else are overtaken. */
  readonly overtakes?: readonly string[];
  /** It says why nothing is shown. */
  readonly showsNothing?: true;
  /** It only shows what is known: reports and their answers go before it. */
  readonly lookup?: true;
  /** Only the sender may use the answer's buttons. */
  readonly senderOnly?: true;
  /** Stands for the answer where several are gathered into one message: only for a plain confirmation, which asks nothing. */
  readonly brief?: Brief;
  /** The answer takes the place of the message whose button was pressed. */
  readonly edits?: true;
  /** Shown at once to the person who pressed the button. */
  readonly toast?: string;
  readonly alert?: string;
  readonly followUps?: readonly FollowUp[];
}

/** Whose message a question is about, and which. */
export interface AskedOf {
  readonly sender: UserRef;
  readonly answers: MessageRef;
}

/** What is refused: for now, since a budget is spent; one choice; or all of the kind that its sender asks for there. */
export type Refused = 'now' | 'choice' | 'all';

/** A confirmation in brief. */
export interface Brief {
  /** The text that it stands for: where the answer says something else, or more, it is not gathered. */
  readonly of: Markup;
  /** One line, which names the village. */
  readonly line: Markup;
  /** What is said once, however many are gathered. */
  readonly hint?: Markup;
}

/** A further message. */
export interface FollowUp
  extends Pick<
    Outgoing,
    'to' | 'content' | 'context' | 'answers' | 'quotes' | 'sender' | 'asks' | 'edits' | 'scheduled' | 'area'
  > {
  /** The sender's next message may answer it without quoting it. */
  readonly awaitsAnswer?: true | undefined;
  /** What it says holds by now, as in a reply. */
  readonly overtakes?: readonly string[];
}

interface CommandBase {
  /** The word that people type after the slash. */
  readonly name: string;
  /** Other words that people type for it. */
  readonly aliases?: readonly string[];
  /**
   * It needs no slash when it is said to the bot. `text`: anything may follow; `line`: only a short line is a command, since
   * lists begin with such words too. Never for everyday words such as belum, batal and status.
   */
  readonly slashless?: 'text' | 'line';
  /** Anonymous senders may use it: it shows what everybody may see, or says itself what it needs. */
  readonly anonymous?: true;
  /** Where its menu shows it; it is understood everywhere. */
  readonly menu: 'private' | 'group' | 'anywhere' | 'none';
  /** Whether somebody may use it in a chat, so that a menu which is made for them lists it; without it none does. */
  readonly offered?: (standing: Standing) => boolean;
  /** Said to whom it is not for, where that is not camat and Kasi PMD. */
  readonly denial?: 'camat-only' | 'reminders-denied';
  /**
   * What it does about a kabupaten, a province or the nation; without it, it is for a kecamatan alone. Undefined where the words mean
   * nothing to it: they may name a place.
   */
  readonly above?: (words: string, context: UpperContext) => Reply | undefined;
  /** Words behind it that mean something about a kecamatan alone. */
  readonly districtOnly?: RegExp;
  /** It only shows what is known: reports and their answers go before it. */
  readonly lookup?: true;
  /** It keeps something for people without a role too: whatever others without a role ask for, it is answered. */
  readonly keeps?: true;
  /** It is carried out, though not always answered, whatever its sender wrote before: for people who are known here, or for anybody. */
  readonly always?: 'known' | 'anybody';
  /** Said as the next message after a question, it is meant for that. */
  readonly endsQuestion?: true;
  /** It shows a full week as well as the present: "minggu lalu" and dates are taken from its words. */
  readonly weekly?: true;
  /** The words that confirm its own question; `typed`: they also count when they are typed without the question. */
  readonly yes?: { readonly words: RegExp; readonly typed: boolean };
  /** The words of a choice that decides about somebody: in a group it is pressed, or its question is quoted, as with a yes. */
  readonly decides?: RegExp;
}

/** A command about a place. */
export interface PlaceCommand extends CommandBase {
  readonly requires: 'kecamatan';
  readonly authorize: (actor: Actor, here: DistrictScope) => boolean;
  readonly run: (words: string, context: DistrictContext) => Reply;
}

/** `words` is what stands behind the command's name. */
export type Command =
  | PlaceCommand
  | (CommandBase & {
      readonly requires: 'nothing';
      readonly run: (words: string, context: MessageContext) => Reply;
    });

/** The command of a button that changes nothing: the "no" to a question. */
export const KEEP_AS_IS = '/tetap';

/** Checks a command's shape and keeps its literal types. */
export const defineCommand = (command: Command): Command => command;
