import type { Week } from '../../domain/weeks.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { Markup } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** What the text of a recap says: of a kecamatan by its villages, of an area above by its parts. */
export interface Outline {
  /** Who reports, and how much is established. */
  readonly facts: readonly Line[];
  /** A line for each of them, those behind first. */
  readonly rows: readonly Line[];
  /** In their place above the kecamatan where a picture shows them: which are behind. */
  readonly brief?: readonly Line[];
  readonly context: PromptContext;
}
type Line = Markup | false | undefined;

/** How many villages of an area of any level report, of how many; `words`: what these are called. */
export interface Reporting {
  readonly recent: number;
  readonly recentBefore: number;
  readonly villages: number;
  readonly words: Markup;
}

/** "Melapor 7 hari terakhir: 131 dari 155 desa/kelurahan (sebelumnya 118)", or the same of a full week. */
export function reportingWords(
  { recent, recentBefore: before, villages, words }: Reporting,
  week: Week | undefined,
): Markup {
  const counts = { recent, before, villages, words };
  return week ? say('recap-reporting-week', counts) : say('recap-reporting', counts);
}

/** By how much what is established changed: since midnight, in the last seven days, or in the full week that is told of. */
export function changeClause(change: number, span: 'day' | 'days' | 'week'): Markup {
  const words = { span: say(`recap-span-${span}`) };
  if (change > 0) return say('recap-up', { ...words, n: change });
  return change < 0 ? say('recap-down', { ...words, n: -change }) : say('recap-same', words);
}
