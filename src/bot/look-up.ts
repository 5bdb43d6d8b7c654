import { countedDate } from '../domain/dates.ts';
import type { AreaCode } from '../domain/ids.ts';
import { isWithin, LEVELS, levelOf, typedLevel, upperArea } from '../domain/upper-areas.ts';
import {
  areaOf,
  isMisspelled,
  similarPlaces,
  takeFormsIn,
  takeParts,
  takePlace,
  takeShownIn,
} from '../interpret/places.ts';
import {
  asks,
  asksHowItIs,
  type Form,
  mayBeName,
  namesDay,
  type Shown,
  withoutFillers,
  wordsIn,
  wordsShown,
} from '../interpret/requests.ts';
import { type TakenWeek, takeWeek, weekWord } from '../interpret/weeks.ts';
import { plain } from '../text/markup.ts';
import { areaName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { noted } from './asked-week.ts';
import type { Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { isCount, numberIn, partNumbered } from './parts.ts';
import { ANSWERS, type Answer, COMPARABLE, COMPARISON, HIGHER, RECAP, STATUS } from './questions.ts';
import { runCommand } from './run-command.ts';
import { saysThanks } from './short-reply.ts';

// A question in people's own words, said to the bot, that a command answers: "kecamatan mana yg blm lapor?", "mandau gmn?".

/** A command, of another bot's or a path: no question. */
const SLASHED = /^\s*\//;
/** Longer words are no question, but something that is told. */
const LONGEST = 120;

/**
 * Answers a question in words as the command does that shows it, about the place that it names, or that the message shows to which it
 * replies; undefined where the words ask for nothing that is shown. Above the kecamatan the name of a place alone asks for its recap.
 */
export function lookUp(context: MessageContext, commands: CommandIndex, text: string): Reply | undefined {
  const first = firstOfSeveral(text);
  const reply = first && lookUpOne(context, commands, first);
  return reply ? noted(say('ask-first'), reply) : lookUpOne(context, commands, text);
}

/** The first of several questions; undefined where a text is a single one. */
function firstOfSeveral(text: string): string | undefined {
  const [, first = '', others = ''] = /^([^?]*\?)\s*(.+)$/s.exec(text) ?? [];
  const isQuestion = (words: string) => asks(words) && withoutFillers(words) !== '';
  return isQuestion(first) && isQuestion(others) ? first : undefined;
}

function lookUpOne(context: MessageContext, commands: CommandIndex, text: string): Reply | undefined {
  const within = (context.here ?? context.above)?.area.code;
  // Somebody else's words ask for nothing.
  if (!within || context.message.forwarded || text.length > LONGEST) return undefined;
  if (SLASHED.test(text) || saysThanks(text)) return undefined;
  const { when, rest: told } = takeWeek(text, countedDate(context.now), context.prompt?.context.week);
  const { shown, rest } = takeShownIn(within, told);
  const place = placeNamed(context, within, rest, told);
  const said = place?.rest ?? withoutFillers(rest);
  const isAsked = asks(text);
  const facts = {
    isAsked,
    // The words of a photo tell what it shows.
    isAlone: said === '' && (isAsked || context.message.media === undefined),
    isAbove: !context.here,
    isOfPlace: place !== undefined,
  };
  const question = { context, commands, text: told, rest, when, within, place: place?.words };
  if (context.above && asksOfSeveral(within, rest, shown, isAsked)) return run(COMPARISON, question);
  if (context.above && !place && namesHigher(within, rest)) return run(HIGHER, question);
  const asksOfArea = !context.here && (place || asksOfWhole(rest));
  const asksForRecap = said === '' && (asksOfArea || asksForWeek(context, when, isAsked || rest === ''));
  const asksOfVillage = context.here && place && said === '' && asksHowItIs(rest);
  const answer = answerTo(shown, facts) ?? (asksOfVillage ? STATUS : asksForRecap ? RECAP : undefined);
  if (!answer) return undefined;
  if (!answer.command) return { answer: { text: answer.note! } };
  const reply = run(answer, question);
  const isOfDay = answer.words === 'perubahan' && (when === undefined || when === 'now') && namesDay(text);
  return reply && noted(answer.note ?? (isOfDay ? say('ask-day') : undefined), reply);
}

/** Whether words ask for several parts of an area, and for nothing that is shown of one alone. */
function asksOfSeveral(within: AreaCode, words: string, shown: readonly Shown[], isAsked: boolean): boolean {
  const { found, rest } = takeParts(within, words);
  const isAsking = isAsked || shown.length > 0 || rest === '';
  return found.length > 1 && isAsking && shown.every((each) => COMPARABLE.includes(each));
}

/** Whether words name a level above that of an area: "prov riau", said in a kabupaten. */
function namesHigher(within: AreaCode, words: string): boolean {
  const own = LEVELS.indexOf(levelOf(within)!);
  return wordsIn(words).some((word) => {
    const level = typedLevel(word);
    return level !== undefined && LEVELS.indexOf(level) < own;
  });
}

/** Whether words ask how an area itself is, or name its level alone. */
const asksOfWhole = (rest: string): boolean =>
  asksHowItIs(rest) || wordsIn(rest).some((word) => typedLevel(word) !== undefined);

/** What is asked, by whom and where. */
interface Question {
  readonly context: MessageContext;
  readonly commands: CommandIndex;
  readonly text: string;
  /** What it says beside what it asks for. */
  readonly rest: string;
  readonly when: TakenWeek['when'];
  readonly within: AreaCode;
  /** The place that is named. */
  readonly place: string | undefined;
}

/** Runs the command that answers a question. */
function run(answer: Answer, question: Question): Reply | undefined {
  const { context, commands, text, rest, when, within, place } = question;
  // A kecamatan's recap has a line on each unit, and its status is a village's.
  const name = answer.shown[0] === 'unit' && context.here && !place ? 'rekap' : answer.command!;
  const command = commands.find(name);
  if (answer === HIGHER) return command && runCommand(command, `${answer.words} ${within}`, context);
  if (answer.takesRest) return command && runCommand(command, `${answer.words} ${rest}`, context);
  const isOfPlace = command?.lookup && name !== 'bantuan';
  const meant = place ?? shownArea(context, within);
  const isOfPart = name === 'tenggat' && !context.here;
  const about = isOfPlace ? meant : isOfPart && meant ? withoutDay(meant) : undefined;
  const forms =
    name === 'rekap' && !answer.words ? takeFormsIn(within, text).forms.flatMap(asTyped(text)) : [];
  // Who lacks a unit is asked of that unit.
  const units = answer.command === 'belum' && !answer.words ? wordsShown(text, 'unit') : [];
  const week = command?.weekly && when && (when === 'now' ? 'sekarang' : weekWord(when));
  const words = [about, answer.words, ...units, ...forms, week].filter(Boolean).join(' ');
  const isOfWeek = when !== undefined && when !== 'now' && !week && WITHOUT_WEEKS.includes(name);
  return command && noted(isOfWeek ? say('week-not-here') : undefined, runCommand(command, words, context));
}

/** A form as the person called it: what is not understood is quoted. */
const asTyped =
  (text: string) =>
  (form: Form): readonly string[] =>
    wordsShown(text, form).slice(0, 1);

/** Commands that show how things stand now alone. */
const WITHOUT_WEEKS: readonly string[] = ['belum', 'status'];

/** Whether words that say nothing else ask for a week; to go back to the present is asked for where another week is shown. */
const asksForWeek = ({ prompt }: MessageContext, when: TakenWeek['when'], isSure: boolean): boolean =>
  when === 'now' ? prompt?.context.week !== undefined : when !== undefined && (isSure || isRecap(prompt));

const isRecap = (prompt: MessageContext['prompt']): boolean =>
  prompt?.context.week !== undefined || prompt?.context.parts !== undefined;

/** What is known of a question beside what it asks for. */
interface Facts {
  readonly isAsked: boolean;
  /** Nothing else is said. */
  readonly isAlone: boolean;
  readonly isAbove: boolean;
  readonly isOfPlace: boolean;
}

/** What answers words that ask for something, or say nothing else. */
function answerTo(
  shown: readonly Shown[],
  { isAsked, isAlone, isAbove, isOfPlace }: Facts,
): Answer | undefined {
  const fits = { above: isAbove, place: isAbove && isOfPlace, whole: !isOfPlace };
  return ANSWERS.find(
    ({ when, where, shown: wanted }) =>
      wanted.every((each) => shown.includes(each)) &&
      (when === 'always' || (isAsked && when !== 'only') || (when !== undefined && isAlone)) &&
      (!where || fits[where]),
  );
}

/** The code of an area above the kecamatan is a day too ("14.03"): /tenggat takes its name. */
function withoutDay(place: string): string {
  const above = upperArea(place);
  return above ? plain(areaName(above)) : place;
}

/** The area that the message shows which is replied to, where that is another than the chat's own. */
function shownArea({ prompt, above }: MessageContext, within: AreaCode): string | undefined {
  const shown = prompt?.context.area;
  return above && shown && shown !== within && isWithin(shown, within) ? shown : undefined;
}

/**
 * The place that words name, in what was shown before or in the whole area, as a command finds it, a misspelled one included; and what
 * else they say. `said`: the words together with what they ask for.
 */
function placeNamed(
  { prompt, above }: MessageContext,
  within: AreaCode,
  words: string,
  said: string,
): { readonly words: string; readonly rest: string } | undefined {
  const shown = prompt?.context.area;
  for (const area of shown && above ? [areaOf(shown), within] : [within]) {
    const { found, name, rest } = takePlace(area, words);
    const [only] = found;
    if (rest !== '' && isMisspelled(area, words)) break;
    if (only && (rest === '' || mayBeName(name)))
      return { words: found.length === 1 ? only.code : name, rest };
  }
  const number = above && !isCount(said) ? numberIn(withoutFillers(words)) : undefined;
  if (number) return { words: partNumbered(prompt, number) ?? number, rest: '' };
  const isNear = mayBeName(words) && similarPlaces(within, words).length > 0;
  return isNear ? { words: withoutFillers(words), rest: '' } : undefined;
}
