import type { Reply } from '../../bot/command.ts';
import type { ChatRef, MessageRef, UserRef } from '../../domain/ids.ts';
import { decodeButton, encodeReport } from '../../domain/report-command.ts';
import type { Content } from '../../text/content.ts';
import type { Markup } from '../../text/markup.ts';
import { lines, say } from '../../text/say.ts';

type Part = NonNullable<Reply['followUps']>[number];

/**
 * Merges several answers to one person into one message in a chat, and leaves what goes elsewhere as it is. `answered` are
 * the messages that they answer, the newest first; a reply to the one message can reverse all of them.
 */
export function mergeReplies(
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
  const question = questions.reduce<Part | undefined>(merged, undefined);
  const undo = say('echo-undo');
  const texts = told.map(({ content }) => without(content.text, undo));
  const canUndo = told.some(({ content }) => content.text.includes(undo));
  const text = lines(...texts, canUndo && undo, question?.content.text);
  if (text === '') return others;
  const [newest, ...older] = answered;
  const context = {
    ...(question ?? told[0])?.context,
    ...(older.length > 0 && { answersToo: older }),
  };
  const content = { text, ...(question && { choices: question.content.choices! }) };
  return [{ to, content, context, answers: newest, sender }, ...others];
}

const without = (text: Markup, line: Markup): Markup =>
  text
    .split('\n')
    .filter((each) => each !== line)
    .join('\n') as Markup;

/** Two questions as one: about lowering units of one village, the later for each unit; of any other two, the later. */
function merged(one: Part | undefined, other: Part): Part {
  const before = one && loweringIn(one.content);
  const after = loweringIn(other.content);
  if (!before || !after || before.village !== after.village) return other;
  const rows = [...new Map([...before.rows, ...after.rows]).values()];
  const [yes, ...no] = other.content.choices!;
  const command = encodeReport(
    after.village,
    rows.map(({ row }) => row),
  );
  const topics = new Set([one, other].flatMap(({ context }) => context?.topics ?? []));
  return {
    ...other,
    content: {
      text: lines(after.head, ...rows.map(({ line }) => line)),
      choices: [{ ...yes!, command }, ...no],
    },
    context: { ...other.context, topics: [...topics] },
  };
}

/** What a question wants to lower: each unit with its line of the text; undefined for any other question. */
function loweringIn({ text, choices = [] }: Content) {
  const button = choices[0] && decodeButton(choices[0].command);
  if (button?.asks.kind !== 'report' || !button.asks.rows.every(({ from }) => from)) return undefined;
  const [head, ...all] = text.split('\n') as [Markup, ...Markup[]];
  const rows = button.asks.rows.map((row, i) => [row.unit, { row, line: all[i]! }] as const);
  return { village: button.village, head, rows };
}
