import type { AreaCode, Instant, MessageRef, OutboxId, VillageCode } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Status, Unit } from '../domain/units.ts';
import type { Span, Week } from '../domain/weeks.ts';

/*
 * What a message of ours is about, so that a reply to it is understood. The parts are independent: a question about units may
 * have a topic, be about forwarded words, and be closed. In the database the fields of all parts stand side by side in one
 * JSON object, and earlier versions wrote the same names: none is renamed.
 */

/** Which place a reply is about that names none. */
interface Place {
  /** The one village whose checklist or question it is. */
  readonly about?: VillageCode;
  /** The kecamatan or the area above, where the chat does not tell (private chats). */
  readonly district?: AreaCode;
}

/** What words that reply to it add to a report. */
interface ReportPrompt {
  /** It shows the units with a button each. */
  readonly checklist?: true;
  /** It asks which units have that status. */
  readonly picked?: Status;
  /** The units whose status it asks for. */
  readonly units?: readonly Unit[];
  /** It says that those were recorded without a status of their own: whoever replies with one agreed to nothing else. */
  readonly assumed?: true;
  /** The units that its answer is a part of its sender's own message for; of any, where it names none. */
  readonly asked?: readonly Unit[];
  /** The sender's message that each unit is from, where it asks about the units of several. */
  readonly from?: Readonly<Partial<Record<Unit, MessageRef>>>;
  /** Its choices are whole reports: an answer in words completes what they have in common. */
  readonly completes?: true;
  /** The units that a reminder listed, by village. */
  readonly listed?: Readonly<Record<VillageCode, readonly Unit[]>>;
  /** It asks about somebody else's words: whatever is answered is no report yet. */
  readonly forwarded?: true;
}

/** The recap of an area, from which a reply goes down to a part or up. */
export interface ShownArea {
  /** The area that it shows the recap of, or the village. */
  readonly area?: AreaCode | VillageCode;
  /** The parts of that area, or the villages of a kecamatan that is shown from above, in the order in which they are numbered: a reply with a number or a name shows that one. */
  readonly parts?: readonly (AreaCode | VillageCode)[];
  /** The full week that it tells of: what is shown for a reply is of that week too. */
  readonly week?: Week;
  /** The days that it tells of, where they are no week. */
  readonly span?: Span;
  /** The command that shows it, with its words: "belum klinik", "rekap laju". */
  readonly drill?: string;
  /** The list from which it was opened: a name counts there still, and a number where it numbers nothing itself. */
  readonly list?: ShownArea;
}

/** A question, as long as it may be answered and put again. */
interface Question {
  /** What it asks about, while only the newest question about that may be answered. */
  readonly topics?: readonly string[];
  /** A question that was answered, or overtaken by a newer one. */
  readonly closed?: true;
  /** It shows an answer in the place of the question that was pressed: its buttons are gone, also from phones that show them still. */
  readonly answered?: true;
  /** The command that shows it again, as things stand then. */
  readonly again?: string;
  /** When it was put first, where it is put again. */
  readonly firstPut?: Instant;
  /** What was said before a kecamatan was chosen. */
  readonly words?: string;
  /** It offers a command or a place that a word was meant for; the choice is then as good as typed, and no reply. */
  readonly offered?: true;
  /** Whom it asks about: nobody else keeps who that is before the yes, and it goes with the question. */
  readonly named?: Account;
}

/** A message that must not be kept. */
interface Kept {
  /** It shows an invitation code: its words are deleted once it was sent. */
  readonly secret?: true;
}

/** A message that stands for several. */
interface Collection {
  /** It says what now holds in its chat: a newer one takes its place while it waits to be sent. */
  readonly tells?: 'deadline';
  /** The message that gathers a group's open requests for roles. */
  readonly requests?: true;
  /** It gathers answers to several messages: `answeredBy` gives these. */
  readonly gathered?: true;
  /** The message that gathers several answers, one of which is to be chosen. */
  readonly amongThoseOf?: OutboxId;
  /** Further messages that it answers: what they recorded is reversed with it. */
  readonly answersToo?: readonly MessageRef[];
}

/** What a message of ours is about. A message that nobody has to reply to has an empty one. */
export interface PromptContext extends Place, ReportPrompt, ShownArea, Question, Kept, Collection {}
