import type { IncomingMessage } from '../../adapters/adapter.ts';
import { addMs } from '../../domain/clock.ts';
import { levelOf, upperArea } from '../../domain/upper-areas.ts';
import { saidToBot } from '../../interpret/called.ts';
import type { Posted } from '../../store/outbox.ts';
import type { Tx } from '../../store/tx.ts';
import { isAboutShown, isStepUp, partNamed } from './list-reply.ts';
import { listsCounted, numberAsked } from './lists.ts';

/** For so long what was shown above the kecamatan is what a number or a name said to the bot is about. */
const SHOWN_MS = 60 * 60_000;

/**
 * What was shown last in a chat above the kecamatan, if words said to the bot are about it without replying to it. A number counts in the
 * last list; a name and a file are of what was shown last. What the sender asked for goes before what others did.
 */
export function recallShown(tx: Tx, { chat, chatKind, sender, text, sentAt }: IncomingMessage) {
  const said = saidToBot(text) ?? (chatKind === 'private' ? text : undefined);
  const area = tx.chats.get(chat)?.area;
  if (said === undefined || sender === 'anonymous' || (area && levelOf(area) === 'district'))
    return undefined;
  const isAsked = (row: Posted) => isNumber(said) || partNamed(row, text) || isAboutShown(row, said);
  const shown = tx.outbox.shownSince(chat, addMs(sentAt, -SHOWN_MS)).filter(isList);
  const isOwn = (row: Posted) => row.sender !== null && sender.refs.includes(row.sender);
  const seen = shown.some(isOwn) ? shown.filter((row) => row.sender === null || isOwn(row)) : shown;
  const [last] = seen.filter((row) => !isNumber(said) || hasParts(row));
  // Who goes up from where nothing was opened is shown the area itself.
  return last && isAsked(last) && !(isStepUp(said) && isAtTop(last)) ? last : undefined;
}

const isNumber = (said: string): boolean => numberAsked(said) !== undefined;

const hasParts = (row: Posted): boolean => listsCounted(row).length > 0;

/** Whether a message shows an area above the kecamatan that was opened from none. */
const isAtTop = ({ context: { area, list } }: Posted): boolean =>
  area !== undefined && upperArea(area) !== undefined && (list === undefined || list.area === area);

/** A list, or a kecamatan or a village that was shown; what else tells of an area above them is about no part of it. */
const isList = (row: Posted): boolean => {
  const { area } = row.context;
  const level = area && levelOf(area);
  return hasParts(row) || (area !== undefined && (level === undefined || level === 'district'));
};
