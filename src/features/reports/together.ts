import type { Reply } from '../../bot/command.ts';
import type { ChatRef, MessageRef, UserRef } from '../../domain/ids.ts';
import type { Content } from '../../text/content.ts';
import type { Markup } from '../../text/markup.ts';
import { lines, say } from '../../text/say.ts';

type Part = NonNullable<Reply['followUps']>[number];

/**
 * Several answers to one person as one message in a chat, and what goes elsewhere as it is. `answered`: what they answer, the newest
 * first; all of it can be reversed by replying to the one message.
 */
export function together(
  to: ChatRef,
  replies: readonly Reply[],
  answered: readonly MessageRef[],
  sender: UserRef,
): readonly Part[] {
  const answers = replies.flatMap(({ answer, context }): Part[] =>
    answer ? [{ to, content: answer, context }] : [],
  );
  const also = replies.flatMap(({ followUps: more = [] }) => more);
  const questions = [...answers, ...also].filter(({ content }) => content.choices);
  const told = answers.filter(({ content }) => !content.choices);
  const others = also.filter(({ content }) => !content.choices);
  const question = questions.map(({ content }) => content).reduce<Content | undefined>(merged, undefined);
  const undo = say('echo-undo');
  const texts = told.map(({ content }) => without(content.text, undo));
  const canUndo = told.some(({ content }) => content.text.includes(undo));
  const text = lines(...texts, canUndo && undo, question?.text);
  if (text === '') return others;
  const [newest, ...older] = answered;
  const context = {
    ...(questions.at(-1) ?? told[0])?.context,
    ...(older.length > 0 && { answersToo: older }),
  };
  const content = { text, ...(question?.choices && { choices: question.choices }) };
  return [{ to, content, context, answers: newest, sender }, ...others];
}

const without = (text: Markup, line: Markup): Markup =>
  text
    .split('\n')
    .filter((each) => each !== line)
    .join('\n') as Markup;

/** The yes to lowering some units of a village, and each unit with a line of the question. */
const YES = /^(\/lapor \S+) (\d[xpbo]{2}(?: \d[xpbo]{2})*)$/;

/** Two questions as one: about lowering units of one village, of a unit the later; of any other two the later. */
function merged(one: Content | undefined, other: Content): Content {
  const [, village, before] = YES.exec(one?.choices?.[0]?.command ?? '') ?? [];
  const [, same, after] = YES.exec(other.choices?.[0]?.command ?? '') ?? [];
  if (!one || !before || !after || village !== same) return other;
  const rows = new Map([...rowsOf(one.text, before), ...rowsOf(other.text, after)]);
  const words = [...rows.values()].map(({ word }) => word);
  const [yes, ...no] = other.choices!;
  return {
    text: lines(headOf(other.text), ...[...rows.values()].map(({ line }) => line)),
    choices: [{ ...yes!, command: `${village} ${words.join(' ')}` }, ...no],
  };
}

const headOf = (text: Markup): Markup => text.split('\n')[0] as Markup;

/** What is to be lowered, by the unit's number: the word of the command, and the line that says so. */
const rowsOf = (
  text: Markup,
  words: string,
): readonly (readonly [string, { word: string; line: Markup }])[] => {
  const [, ...all] = text.split('\n') as Markup[];
  return words.split(' ').map((word, i) => [word[0]!, { word, line: all[i]! }]);
};
