import type { AreaCode } from '../../domain/ids.ts';
import type { Span } from '../../domain/weeks.ts';
import type { TakenBounds } from '../../interpret/bounds.ts';
import type { TakenTime } from '../../interpret/times.ts';
import type { MessageContext } from '../context.ts';

/** What is asked, by whom and where. */
export interface Question {
  readonly context: MessageContext;
  /** Its words, without the time that they name. */
  readonly text: string;
  /** What it says beside what it asks for. */
  readonly rest: string;
  readonly when: TakenTime['when'];
  /** The days that it names, where they are no week. */
  readonly span: TakenTime['span'];
  /** It names a time of which nothing is shown. */
  readonly isOfOtherTime: boolean;
  /** How much it asks for of what it looks for. */
  readonly bounds: TakenBounds | undefined;
  /** The times that it compares. */
  readonly compared: readonly Span[];
  readonly within: AreaCode;
  /** The place that is named. */
  readonly place: string | undefined;
  /** That, or what it goes on from; undefined where it asks of the whole area. */
  readonly about: string | undefined;
  readonly isOfVillage: boolean;
  /** It names another place, which is not answered. */
  readonly hasMore: boolean;
  /** Its words that say neither where nor what, and may change what is asked for. */
  readonly unread: string;
}
