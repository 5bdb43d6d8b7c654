import type { Reply } from '../../bot/command.ts';
import type { ChatRef, MessageRef, UserRef } from '../../domain/ids.ts';
import { decodeButton, encodeReport } from '../../domain/report-command.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { Content } from '../../text/content.ts';
import type { Markup } from '../../text/markup.ts';
import { lines, say } from '../../text/say.ts';

type Part = NonNullable<Reply['followUps']>[number];

/** An answer with the message that it answers. */
export interface Replied {
  readonly message: MessageRef;
  readonly reply: Reply;
}

/**
 * Merges several answers to one person, in the order of what they answer, into one message in a chat, and leaves what goes elsewhere as it
 * is. A reply to the one message can reverse all that they answer; its question stays one about the message that led to it.
 */
export function mergeReplies(to: ChatRef, replies: readonly Replied[], sender: UserRef): readonly Part[] {
  const answers = replies.flatMap(({ message, reply: { answer, context } }): Part[] =>
    answer ? [{ to, content: answer, context, answers: message }] : [],
  );
  const also = replies.flatMap(({ reply: { followUps: more = [] } }) => more);
  const questions = [...answers, ...also].filter(({ content }) => content.choices);
  const told = answers.filter(({ content }) => !content.choices);
  const others = also.filter(({ content }) => !content.choices);
  const question = questions.reduce<Part | undefined>(merged, undefined);
  const undo = say('echo-undo');
  const texts = told.map(({ content }) => without(content.text, undo));
  const canUndo = told.some(({ content }) => content.text.includes(undo));
  const text = lines(...texts, canUndo && undo, question?.content.text);
  if (text === '') return others;
  const newestFirst = replies.map(({ message }) => message).reverse();
  const answered = question?.answers ?? newestFirst[0];
  const answersToo = newestFirst.filter((message) => message !== answered);
  const context = { ...(question ?? told[0])?.context, ...(answersToo.length > 0 && { answersToo }) };
  const content = { text, ...(question && { choices: question.content.choices! }) };
  return [{ to, content, context, answers: answered, sender }, ...others];
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
  const asked = rows.map(({ row }) => row.unit);
  return {
    ...other,
    content: {
      text: lines(after.head, ...rows.map(({ line }) => line)),
      choices: [{ ...yes!, command }, ...no],
    },
    context: { ...other.context, topics: [...topics], asked, from: { ...fromOf(one), ...fromOf(other) } },
  };
}

/** The message that each unit of a question about lowering is from. */
const fromOf = ({ answers, context }: Part): NonNullable<PromptContext['from']> =>
  context?.from ?? Object.fromEntries((context?.asked ?? []).map((unit) => [unit, answers]));

/** What a question wants to lower: each unit with its line of the text; undefined for any other question. */
function loweringIn({ text, choices = [] }: Content) {
  const button = choices[0] && decodeButton(choices[0].command);
  if (button?.asks.kind !== 'report' || !button.asks.rows.every(({ from }) => from)) return undefined;
  const [head, ...all] = text.split('\n') as [Markup, ...Markup[]];
  const rows = button.asks.rows.map((row, i) => [row.unit, { row, line: all[i]! }] as const);
  return { village: button.village, head, rows };
}
