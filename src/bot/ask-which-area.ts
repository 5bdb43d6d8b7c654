import type { AreaCode } from '../domain/ids.ts';
import { levelOf, type NamedArea } from '../domain/upper-areas.ts';
import { literal, plain } from '../text/markup.ts';
import { nameFrom } from '../text/names.ts';
import { kecamatan } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { Reply } from './command.ts';

/** Asks which of the areas with the same name is meant; the choice is the command about it. */
export function askWhichArea(
  words: string,
  found: readonly NamedArea[],
  command: (code: AreaCode) => string,
): Reply {
  const choices = found.map(({ code, name }) => ({
    label: levelOf(code) === 'district' ? `${plain(kecamatan({ code, name }))} (${code})` : name,
    command: command(code),
  }));
  return { answer: { text: say('which-area', { name: literal(nameFrom(words)) }), choices } };
}
