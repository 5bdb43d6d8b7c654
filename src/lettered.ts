import type { Choice } from './content.ts';

/** A choice where there are no buttons: a line of text, and the letter that people reply with. */
export interface Lettered {
  readonly letter: string;
  readonly label: string;
  readonly choice: Choice;
}

/**
 * Choices as lettered lines: A, B … Z, AA. On a checklist the numbers 1–7 are the units, so a button that a bare number
 * says as well gets no letter; a unit's number is left out of other labels, where it would mean something else.
 */
export const lettered = (choices: readonly Choice[]): readonly Lettered[] =>
  choices
    .filter((choice) => numberFor(choice) === undefined)
    .map((choice, i) => ({ letter: letterOf(i), label: choice.label.replace(/^[1-7] /, ''), choice }));

/** The number that says the same as a choice when it is sent as a reply: "1 Kantor", meaning `berdiri`. */
export function numberFor({ label, command }: Choice): string | undefined {
  const number = /^\/lapor \S+ ([1-7])b$/.exec(command)?.[1];
  return number !== undefined && label.startsWith(`${number} `) ? number : undefined;
}

const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
