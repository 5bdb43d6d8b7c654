import type { Reply } from '../../bot/command.ts';
import { saidTopic, unitTopic } from '../../bot/prompts/asked.ts';
import type { ChatRef, MessageRef, UserRef, VillageCode } from '../../domain/ids.ts';
import { decodeButton, encodeReport, type UnitReport } from '../../domain/report-command.ts';
import type { Unit } from '../../domain/units.ts';
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
  const answerOf = ({ message, reply: { answer, context, awaitsAnswer } }: Replied): readonly Part[] => {
    const topics = context?.topics ?? (awaitsAnswer && answer?.choices ? [saidTopic(message)] : []);
    return answer ? [{ to, content: answer, context: { ...context, topics }, answers: message }] : [];
  };
  const alsoOf = ({ reply: { followUps = [] } }: Replied) => followUps;
  const told = replies.flatMap(answerOf).filter(({ content }) => !content.choices);
  const others = replies.flatMap(alsoOf).filter(({ content }) => !content.choices);
  const question = replies.reduce<Part | undefined>((before, replied) => {
    const asked = [...answerOf(replied), ...alsoOf(replied)].filter(({ content }) => content.choices);
    return asked.reduce(merged, before && standing(before, replied.reply.overtakes ?? []));
  }, undefined);
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
  const overtakes = replies.flatMap(({ reply }) => reply.overtakes ?? []);
  return [{ to, content, context, answers: answered, sender, overtakes }, ...others];
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
  return aboutRows(other, { ...after, rows }, { ...fromOf(one), ...fromOf(other) });
}

/** A question about lowering without the units that were reported again since; undefined where none is left. */
function standing(part: Part, overtaken: readonly string[]): Part | undefined {
  const asked = loweringIn(part.content);
  if (!asked || overtaken.length === 0) return part;
  const rows = [...asked.rows.values()].filter(
    ({ row }) => !overtaken.includes(unitTopic(asked.village, row.unit)),
  );
  return rows.length > 0 ? aboutRows(part, { ...asked, rows }, fromOf(part)) : undefined;
}

/** A question about lowering that asks about these rows instead of its own. */
function aboutRows(
  part: Part,
  { village, head, rows }: Pick<Lowering, 'village' | 'head'> & { readonly rows: readonly LoweredRow[] },
  from: NonNullable<PromptContext['from']>,
): Part {
  const units = rows.map(({ row }) => row.unit);
  const command = encodeReport(
    village,
    rows.map(({ row }) => row),
  );
  const [yes, ...no] = part.content.choices!;
  return {
    ...part,
    content: {
      text: lines(head, ...rows.map(({ line }) => line)),
      choices: [{ ...yes!, command }, ...no],
    },
    context: { ...part.context, topics: units.map((unit) => unitTopic(village, unit)), asked: units, from },
  };
}

/** A row that a question wants to lower, with its line of the text. */
interface LoweredRow {
  readonly row: UnitReport;
  readonly line: Markup;
}

interface Lowering {
  readonly village: VillageCode;
  readonly head: Markup;
  readonly rows: ReadonlyMap<Unit, LoweredRow>;
}

/** The message that each unit of a question about lowering is from. */
const fromOf = ({ answers, context }: Part): NonNullable<PromptContext['from']> =>
  context?.from ?? Object.fromEntries((context?.asked ?? []).map((unit) => [unit, answers]));

/** What a question wants to lower: each unit with its line of the text; undefined for any other question. */
function loweringIn({ text, choices = [] }: Content): Lowering | undefined {
  const button = choices[0] && decodeButton(choices[0].command);
  if (button?.asks.kind !== 'report' || !button.asks.rows.every(({ from }) => from)) return undefined;
  const [head, ...all] = text.split('\n') as [Markup, ...Markup[]];
  const rows = button.asks.rows.map((row, i) => [row.unit, { row, line: all[i]! }] as const);
  return { village: button.village, head, rows: new Map(rows) };
}
