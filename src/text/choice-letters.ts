import { unitButton } from '../domain/report-command.ts';
import { numberOf } from '../domain/units.ts';
import type { Choice, Content } from './content.ts';
import { literal, plain } from './markup.ts';
import { say } from './say.ts';

/** A choice on a platform without buttons: a line of text, and the letter that people reply with. */
export interface LetteredChoice {
  readonly letter: string;
  readonly label: string;
  readonly choice: Choice;
}

/** Units have their numbers, and some choices their words. */
const hasLetter = (choice: Choice): boolean => !choice.inWords && numberFor(choice) === undefined;

/** Choices as lettered lines: A, B … Z, AA; without those that have no letter. */
export const assignLetters = (choices: readonly Choice[]): readonly LetteredChoice[] =>
  choices
    .filter(hasLetter)
    .map((choice, i) => ({ letter: choice.letter ?? letterOf(i), label: choice.label, choice }))
    .sort((a, b) => indexOf(a.letter) - indexOf(b.letter));

/** What stands before choices that are shown by their words, above the lettered ones and below, and between two of them. */
const ABOVE = plain(say('letters-words', { labels: literal('') }));
const BELOW = plain(say('letters-rest', { labels: literal('') }));
const BETWEEN = ' / ';

/** More lettered lines than these are not read to the end on a phone. One more takes no more room than the line for what is left over. */
const MOST_LINES = 12;

/** Of lettered choices those that have a line with their letter; the others are shown by their words alone. */
export const shownWithLetters = (lettered: readonly LetteredChoice[]): readonly LetteredChoice[] =>
  lettered.length === MOST_LINES + 1 ? lettered : lettered.slice(0, MOST_LINES);

/**
 * Choices as they stand under a message on a platform without buttons: how to reply, those that have words for a letter, a
 * lettered line for each other, and those beyond twelve, where they are several, by their words, which choose them too. Empty
 * where none has a letter.
 */
export function letteredText(choices: readonly Choice[]): string {
  const lettered = assignLetters(choices);
  const [first] = lettered;
  if (!first) return '';
  const shown = shownWithLetters(lettered);
  const rest = lettered.slice(shown.length);
  return [
    plain(say('letters-how', { letter: literal(first.letter) })),
    ...worded(
      ABOVE,
      choices.filter(({ inWords }) => inWords),
    ),
    ...shown.map(({ letter, label }) => `${letter}. ${label}`),
    ...worded(BELOW, rest),
  ].join('\n');
}

const worded = (lead: string, some: readonly { readonly label: string }[]): readonly string[] =>
  some.length > 0 ? [lead + some.map(({ label }) => label).join(BETWEEN)] : [];

/**
 * The new form of a message: a choice that it showed before keeps its letter, and no letter is given to something else,
 * so that a reply to an earlier form means what its reader saw.
 */
export function keepLetters(content: Content, earlier: Content | undefined): Content {
  const before = assignLetters(earlier?.choices ?? []);
  let letters = earlier?.letters ?? before.length;
  const choices = content.choices?.map((choice) => {
    if (!hasLetter(choice)) return choice;
    const same = before.find(
      ({ label, choice: { command } }) => command === choice.command && label === choice.label,
    );
    return { ...choice, letter: same?.letter ?? letterOf(letters++) };
  });
  return { ...content, ...(choices && { choices }), letters };
}

/** The label of each letter in the text of a message, as somebody's phone quotes it. */
export const letteredLines = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, letter, label] = /^([A-Z]{1,2})\. (.+)$/.exec(line) ?? [];
      return letter && label ? [[letter, label.trim()] as const] : [];
    }),
  );

/** Whether the text of a message offers a choice by its words, beside those with a letter. Case does not matter. */
export const isWorded = (label: string, text: string): boolean =>
  text.split('\n').some((line) => {
    const lead = [ABOVE, BELOW].find((each) => line.startsWith(each));
    const labels = lead === undefined ? '' : line.slice(lead.length).toLowerCase();
    return `${BETWEEN}${labels}${BETWEEN}`.includes(BETWEEN + label.toLowerCase() + BETWEEN);
  });

/** Whether a message had a choice of that letter in an earlier form. */
export const wasLetter = (letter: string, { letters = 0 }: Content): boolean =>
  /^[A-Z]{1,2}$/.test(letter) && indexOf(letter) < letters;

/** The number that chooses a unit when it is sent as a reply, as in "4 Klinik"; undefined for any other choice. */
export function numberFor({ label, command }: Choice): string | undefined {
  const unit = unitButton(command);
  const number = unit && String(numberOf(unit));
  return number && label.startsWith(`${number} `) ? number : undefined;
}

const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const indexOf = (letter: string): number =>
  letter.split('').reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
