import { isVillageCode } from '../../domain/ids.ts';
import { mayHead } from '../../domain/permissions.ts';
import { upperArea } from '../../domain/upper-areas.ts';
import { takeFormsIn } from '../../interpret/places.ts';
import {
  asks,
  type Form,
  isForm,
  takeShown,
  withoutFollowing,
  withoutTag,
  wordsShown,
} from '../../interpret/requests.ts';
import { unitsNamed } from '../../interpret/units-named.ts';
import { weekWord } from '../../interpret/weeks.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { nameFrom } from '../../text/names.ts';
import { areaName } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { noted } from '../asked-time.ts';
import type { Command, Reply } from '../command.ts';
import type { CommandIndex } from '../command-index.ts';
import type { MessageContext } from '../context.ts';
import { drillTo, inForms } from '../prompts/drill.ts';
import { saysThanks } from '../prompts/short-reply.ts';
import { runCommand } from '../run-command.ts';
import type { Answer } from './answer.ts';
import { HIGHER, STATUS, TIMES } from './answers.ts';
import type { Question } from './question.ts';
import { readQuestion } from './read-question.ts';
import { firstOfSeveral } from './several-questions.ts';

// A question in people's own words, said to the bot, is answered by a command: "kecamatan mana yg blm lapor?", "mandau gmn?".

/** A command, of another bot's or a path: no question. */
const SLASHED = /^\s*\//;
/** Longer words are no question, but something that is told. */
const LONGEST = 120;

/**
 * Answers a question in words as the command does that shows it, about the place that it names, or that the message shows to which it
 * replies; undefined where the words ask for nothing that is shown. Above the kecamatan the name of a place alone asks for its recap.
 */
export function lookUp(context: MessageContext, commands: CommandIndex, text: string): Reply | undefined {
  const within = (context.here ?? context.above)?.area.code;
  // Somebody else's words ask for nothing.
  if (!within || context.message.forwarded || text.length > LONGEST) return undefined;
  if (SLASHED.test(text) || (saysThanks(text) && !asks(text) && !saysWrong(text))) return undefined;
  const asked = withoutTag(withoutFollowing(text));
  const answer = (words: string) =>
    answered(readQuestion(atPresent(context, words), within, words), commands);
  const first = firstOfSeveral(within, asked);
  const ofFirst = first && answer(first);
  return ofFirst ? noted(say('ask-first', { words: literal(nameFrom(first)) }), ofFirst) : answer(asked);
}

/**
 * What was shown last, and is not replied to, says of which place a question is, but of which time only where it asks for the same in
 * another form ("pdf"): who asks something else asks of the present.
 */
function atPresent(context: MessageContext, text: string): MessageContext {
  const { prompt, recalled } = context;
  if (!prompt || !recalled || takeShown(text).shown.every(isForm)) return context;
  const { week: _week, span: _span, drill: _drill, ...kept } = prompt.context;
  return { ...context, prompt: { ...prompt, context: kept } };
}

/** "Siap salah, bukan itu maksud saya" is no thanks. */
const saysWrong = (text: string): boolean => takeShown(text).shown.includes('wrong');

function answered(
  { question, answer }: ReturnType<typeof readQuestion>,
  commands: CommandIndex,
): Reply | undefined {
  if (!answer) return undefined;
  if (!answer.command) return { answer: { text: answer.note! } };
  if (question.isOfOtherTime && commands.find(answer.command)?.weekly)
    return { answer: { text: say('time-unread') } };
  const reply = run(answer, question, commands);
  // Beside a refusal nothing is nearest.
  return reply?.showsNothing ? reply : reply && noted(noteOn(answer, question), reply);
}

/** What has to be said of an answer that is not all that was asked for. */
function noteOn(answer: Answer, question: Question): Markup | undefined {
  const { takesRest, note, toOthers } = answer;
  const { context, hasMore, unread } = question;
  if (toOthers && context.above && !mayHead(context.actor, context.above.area.code)) return toOthers;
  if (note) return note;
  if (hasMore && !takesRest) return say('ask-one-place');
  if (isOfReports(answer, question)) return say('ask-day-reports');
  return unread !== '' ? say('ask-unread', { words: literal(nameFrom(unread)) }) : undefined;
}

/** Whether it asks who did not report on other days than the seven of a week. */
const isOfReports = ({ command, shown }: Answer, { span }: Question): boolean =>
  command === 'belum' && shown.includes('reporting') && span !== undefined;

/** Runs the command that answers a question. */
function run(answer: Answer, question: Question, commands: CommandIndex): Reply | undefined {
  const { context, text, rest, when, span, within, place, isOfVillage } = question;
  const meant = answer.isOfWhole ? undefined : question.about;
  // A kecamatan's recap has a line on each unit, and its status is a village's.
  const isOfUnits =
    answer.command === 'status' &&
    answer !== STATUS &&
    answer.shown[0] !== 'status' &&
    context.here &&
    !place;
  const [name, ...said] = isOfUnits ? ['rekap'] : commandOf(answer, meant);
  const command = commands.find(name);
  if (answer === HIGHER) return command && runCommand(command, `${answer.words} ${within}`, context);
  if (answer.takesRest) {
    const asked = [answer.words, rest, timeWord(question, answer, command)];
    return command && runCommand(command, asked.filter(Boolean).join(' '), context);
  }
  const isOfPlace = command?.lookup && name !== 'bantuan';
  const isOfPart = name === 'tenggat' && !context.here;
  const about = isOfPlace ? meant : isOfPart && meant ? withoutDay(meant) : undefined;
  const typed =
    name === 'rekap' && said.length === 0 ? takeFormsIn(within, text).forms.flatMap(asTyped(text)) : [];
  // A file is of the kind that was shown, unless a place is named.
  const forms = place ? typed : [inForms(typed.join(' '), context.prompt?.context)];
  // Who lacks a unit, and how many have it, is asked of that unit.
  const isOfUnit = name === 'belum' ? !answer.words : name === 'status' && context.above && !isOfVillage;
  const units = isOfUnit && unitsNamed(text).length > 0 ? wordsShown(text, 'unit') : [];
  const words = [about, ...said, ...units, ...forms, timeWord(question, answer, command)];
  const isOfTime = (span !== undefined || when !== undefined) && when !== 'now';
  // Who replies to the recap of a week is told that this is not of it.
  const isOfShown = when === undefined && context.above && context.prompt?.context.week !== undefined;
  const isPast = (isOfTime || isOfShown) && WITHOUT_TIMES.includes(name) && !isOfReports(answer, question);
  const reply = command && runCommand(command, words.filter(Boolean).join(' '), context);
  return reply && noted(isPast ? say('week-not-here') : undefined, reply);
}

/** The command that answers a question, and what stands behind it; of a village the one that shows it in that way. */
function commandOf({ command, words }: Answer, about: string | undefined): readonly [string, ...string[]] {
  const whole = [command!, words].filter(Boolean).join(' ');
  const isOfVillage = words && about !== undefined && isVillageCode(about);
  const [name, ...said] = (isOfVillage ? drillTo(about, whole) : whole).split(' ');
  return [name!, ...said];
}

/** The time that a command is asked to show, as it is typed behind it. */
function timeWord(question: Question, answer: Answer, command: Command | undefined): string | undefined {
  const { when, span, compared } = question;
  if (!command?.weekly) return undefined;
  if (answer === TIMES) return compared.map(weekWord).join(' ');
  if (when && when !== 'now') return weekWord(when);
  const isOfChange = answer.shown.some((each) => each === 'change' || each === 'fall');
  const isMeant = span && (when !== 'now' || isOfChange || answer.words === 'lapor');
  return isMeant ? weekWord(span) : when && 'sekarang';
}

/** A form as the person called it: what is not understood is quoted. */
const asTyped =
  (text: string) =>
  (form: Form): readonly string[] =>
    wordsShown(text, form).slice(0, 1);

/** Commands that show how things stand now alone. */
const WITHOUT_TIMES: readonly string[] = ['belum', 'status'];

/** The code of an area above the kecamatan is a day too ("14.03"): /tenggat takes its name. */
function withoutDay(place: string): string {
  const above = upperArea(place);
  return above ? plain(areaName(above)) : place;
}
