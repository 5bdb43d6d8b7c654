import { area } from '../domain/areas.ts';
import { findParts, levelOf } from '../domain/upper-areas.ts';
import { villageNamed } from '../domain/village-search.ts';
import type { Posted } from '../store/outbox.ts';
import type { Choice } from '../text/content.ts';

/** A longer reply is neither a number nor a name. */
const LONGEST = 60;

/**
 * The part of an area that a reply to its recap names, by the number that it has there or by its name, or the area above, as the
 * command that shows it; undefined where the message is no such recap, or the reply is something else.
 */
export function partNamed(prompt: Posted | undefined, text: string): Choice | undefined {
  const { area: shown, parts, drill = 'rekap' } = prompt?.context ?? {};
  if (!shown || text.length > LONGEST) return undefined;
  if (/^\s*(?:\/?rekap\s+)?ke atas[\s.]*$/i.test(text))
    return { label: text, command: `/rekap ke atas ${shown}` };
  if (levelOf(shown) === 'district') {
    const found = area(shown);
    const village = found && villageNamed(found, text);
    return village && { label: village.name, command: `/status ${shown} ${village.code}` };
  }
  const [, number] = /^\s*(?:(?:nomor|no)\.?\s*)?(\d{1,3})[\s.]*$/i.exec(text) ?? [];
  const numbered = number && parts?.[Number(number) - 1];
  if (numbered) return { label: text, command: `/${drill} ${numbered}` };
  const named = number ? [] : findParts(shown, text);
  // The command asks which of several is meant.
  const meant = named.length > 1 ? `${shown} ${text.trim()}` : named[0]?.code;
  return meant === undefined ? undefined : { label: text, command: `/${drill} ${meant}` };
}
