import type { AreaCode } from '../domain/ids.ts';
import { findParts, type NamedArea, type UpperArea, upperArea } from '../domain/upper-areas.ts';
import { similarParts, takeParts, takeShownIn } from '../interpret/places.ts';
import { mayBeName, withoutFillers, wordsIn } from '../interpret/requests.ts';
import { LEFT_OUT, THEN, TOGETHER } from '../interpret/words/asking.ts';
import { CHANGING, REQUESTING, TO_BE_CHANGED } from '../interpret/words/asking-changes.ts';
import { wordSet } from '../interpret/words/tables.ts';
import type { Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { meansAll } from './means-all.ts';
import { offer } from './offer-command.ts';
import { runCommand } from './run-command.ts';

// "bot tolong undang kec Bandar Laksamana sama Talang Muandau": what is changed a level below, asked for in people's own words.

const joining = new Set([...wordSet(THEN), ...wordSet(TOGETHER)]);
/** All parts, which `means-all.ts` reads. */
const ALL = 'semua';
const leftOut = wordSet(LEFT_OUT);
const requesting = wordSet(REQUESTING);
const verbsOf = (table: typeof CHANGING | typeof TO_BE_CHANGED) =>
  Object.entries(table).map(([command, words]) => [command, wordSet(words)] as const);
const changing = verbsOf(CHANGING);
const toBeChanged = verbsOf(TO_BE_CHANGED);

/** The parts of an area, one level down, that a command's words name: those that one name may mean, or several at once. */
export function partsAsked(
  { code, parts }: Pick<UpperArea, 'code' | 'parts'>,
  words: string,
): { readonly found: readonly NamedArea[]; readonly several: readonly AreaCode[] } {
  const exact = findParts(code, words);
  if (exact.length > 0) return { found: exact, several: [] };
  const named = partsNamed(code, words);
  return {
    found: parts.filter((part) => named.includes(part.code)),
    several: named.length > 1 ? named : [],
  };
}

/** The parts that words name, whoever leads them: "camat Mandau dan Pinggir"; none where they say more. */
function partsNamed(whole: AreaCode, words: string): readonly AreaCode[] {
  const { found, rest } = takeParts(whole, takeShownIn(whole, words).rest);
  return withoutFillers(rest) === '' ? found : [];
}

/** The same beside other words of the language, and with names that are nearly right: each piece between "dan" and the like is one. */
function partsMeant(whole: AreaCode, words: string): readonly AreaCode[] {
  const meant = piecesOf(takeShownIn(whole, words).rest).map((piece) => {
    const { found, rest } = takeParts(whole, piece);
    const exact = mayBeName(rest) ? [] : found;
    return exact.length > 0
      ? exact
      : similarParts(whole, withoutFillers(piece)).map(({ code }) => code as AreaCode);
  });
  return meant.some(({ length }) => length === 0) ? [] : meant.flat();
}

/** The pieces of words between those that join names. */
function piecesOf(words: string): readonly string[] {
  const pieces: string[][] = [[]];
  for (const word of wordsIn(words.replaceAll(',', ' dan ')))
    if (joining.has(word.toLowerCase())) pieces.push([]);
    else pieces.at(-1)!.push(word);
  return pieces.map((piece) => piece.join(' ')).filter((piece) => withoutFillers(piece) !== '');
}

/** The names of parts of an area, as a command takes them. */
const namesOf = (whole: AreaCode, parts: readonly AreaCode[]): string =>
  (upperArea(whole)?.parts ?? [])
    .filter(({ code }) => parts.includes(code))
    .map(({ name }) => name)
    .join(' dan ');

/**
 * Offers what words ask to be changed in the parts that they name. A command that asks itself before it changes anything is run: nothing
 * is offered that it then refuses.
 */
export function offerChange(
  context: MessageContext,
  commands: CommandIndex,
  said: string,
): Reply | undefined {
  const { above, message } = context;
  if (!above || message.forwarded || said.trimStart().startsWith('/')) return undefined;
  const words = wordsIn(said);
  if (words.some((word) => leftOut.has(word.toLowerCase()))) return undefined;
  const isRequest = words.some((word) => requesting.has(word.toLowerCase())) && !said.includes('?');
  const [name, verbs] =
    [...changing, ...(isRequest ? toBeChanged : [])].find(([, set]) =>
      words.some((word) => set.has(word.toLowerCase())),
    ) ?? [];
  const command = name && commands.find(name);
  if (!command || !verbs) return undefined;
  const { code } = above.area;
  const object = words
    .filter((word) => !verbs.has(word.toLowerCase()) && !(isRequest && requesting.has(word.toLowerCase())))
    .join(' ');
  const parts = partsMeant(code, object);
  if (command.yes === undefined && meansAll(object, ALL)) return offer(command.name, ALL, {});
  // The command says itself what it does not find, before it is offered.
  const isTyped = words[0]?.toLowerCase() === name && object !== '' && !object.toLowerCase().startsWith(ALL);
  if (parts.length === 0) return isTyped ? runCommand(command, object, context) : undefined;
  const asksItself =
    command.yes !== undefined || (message.chatKind === 'group' && command.menu === 'private');
  const names = namesOf(code, parts);
  return asksItself ? runCommand(command, names, context) : offer(command.name, names, {});
}
