import { findVillages } from '../../domain/village-search.ts';
import { letteredLines } from '../../text/choice-letters.ts';
import { say } from '../../text/say.ts';
import type { Reply } from '../command.ts';
import type { MessageContext } from '../context.ts';
import { isOnlyUnits } from './alone.ts';
import { beginsWithPlace, isBareAnswer, MOST_LETTERS, placeIn, wordsOf } from './short-reply.ts';

/**
 * Whether a message answers one of ours that is not kept any more: nobody knows what its number, its unit or its yes means there. A
 * report that says all by itself is no answer.
 */
export function answersGone({ prompt, message, here }: MessageContext): boolean {
  const { quotes, text } = message;
  if (prompt || message.pressedOn || !quotes?.ours) return false;
  if (isOnlyUnits(text) || placeIn(text) || beginsWithPlace(text)) return true;
  const namesVillage =
    here !== undefined &&
    text.length <= MOST_LETTERS &&
    findVillages(here.area, wordsOf(text)).exact.length > 0;
  return asked(quotes.text) && (isBareAnswer(text) || namesVillage);
}

/** Whether what is quoted asked something; of what is not quoted it may have. */
const asked = (quoted: string | undefined): boolean =>
  quoted === undefined || quoted.includes('?') || letteredLines(quoted).size > 0;

export const saidGone = (): Reply => ({ answer: { text: say('answer-gone') } });
