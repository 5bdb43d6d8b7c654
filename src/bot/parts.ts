import { areaOf, takePlace } from '../interpret/places.ts';
import { takeForms } from '../interpret/requests.ts';
import type { Posted } from '../store/outbox.ts';
import type { Choice } from '../text/content.ts';

/** A longer reply is neither a number nor a name. */
const LONGEST = 60;

const UP = /^\s*(?:\/?rekap\s+)?(?:ke ?atas|naik|kembali)[\s.]*$/i;
const NUMBER = /^\s*(?:\/?rekap\s+)?(?:(?:nomor|no)\.?\s*)?(\d{1,3})[\s.]*$/i;

/**
 * The place that a reply to an area's recap names, by the number that it has there or by its name, or the area above, as the
 * command that shows it; undefined where the message is no such recap, or the reply is something else.
 */
export function partNamed(prompt: Posted | undefined, text: string): Choice | undefined {
  const { area: shown, parts, drill = 'rekap' } = prompt?.context ?? {};
  if (!shown || text.length > LONGEST) return undefined;
  if (UP.test(text)) return { label: text, command: `/rekap ke atas ${shown}` };
  const [, number] = NUMBER.exec(text) ?? [];
  const numbered = number && parts?.[Number(number) - 1];
  if (numbered) return { label: text, command: `/${drill} ${numbered}` };
  // The command says of a number that there is none.
  if (number && parts) return { label: text, command: `/rekap ${shown} ${number}` };
  if (number || text.trim().startsWith('/')) return undefined;
  const { found, name, rest } = takePlace(areaOf(shown), text);
  // Beside a name may stand in which form its recap is wanted.
  if (found.length === 0 || takeForms(rest).rest !== '') return undefined;
  // The command asks which of several is meant.
  const meant = found.length > 1 ? `${areaOf(shown)} ${name}` : found[0]!.code;
  return { label: text, command: `/${rest === '' ? drill : 'rekap'} ${meant} ${rest}`.trim() };
}
