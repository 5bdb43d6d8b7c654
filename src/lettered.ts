import type { Choice } from './content.ts';

/** A choice where there are no buttons: a line of text, and the letter that people reply with. */
export interface Lettered {
  readonly letter: string;
  readonly label: string;
  readonly choice: Choice;
}

/** Choices as lettered lines: A, B … Z, AA. Units have their numbers, 1–7, and get no letter. */
export const lettered = (choices: readonly Choice[]): readonly Lettered[] =>
  choices
    .filter((choice) => numberFor(choice) === undefined)
    .map((choice, i) => ({ letter: letterOf(i), label: choice.label, choice }));

/** The unit's number that stands for a choice when it is sent as a reply: "4 Klinik". */
export function numberFor({ label, command }: Choice): string | undefined {
  const number = /^\/lapor \S+ ([1-7])[xpbo]$/.exec(command)?.[1];
  return number !== undefined && label.startsWith(`${number} `) ? number : undefined;
}

const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
