import { between } from './clock.ts';
import type { Choice } from './content.ts';
import { lettered, letteredLines, numberFor, wasLetter } from './lettered.ts';
import type { IncomingMessage } from './platform/platform.ts';
import type { Posted } from './store/outbox.ts';
import type { Store } from './store/store.ts';

/** For so long a bare answer counts. */
const OPEN_MS = 15 * 60_000;
/** For so long a number in a group may still be meant for the question; later it is talk. */
const NUMBER_LATE_MS = 60 * 60_000;
const NUMBERS = /^\s*[1-7](?:[\s,.]+[1-7])*[\s.!]*$/;

/** Units by their numbers and nothing else: `1 3 5`. */
export const isNumbers = (text: string): boolean => NUMBERS.test(text);

interface Recalled {
  /** What the message is more than its words: a reply to the question. */
  readonly answers?: Pick<IncomingMessage, 'addressed' | 'quotes'>;
  /** The question that it would answer, had it come in time. */
  readonly late?: Posted;
}

/**
 * A bare number or choice that quotes nothing answers the question put to this person, as their next message and
 * within a quarter of an hour; people say numbers all day in a group. Any message in their own words closes the question.
 */
export function recallQuestion(store: Store, message: IncomingMessage): Recalled {
  const { sender, text, chat } = message;
  if (message.pressedOn || message.edits || message.forwarded || sender === 'anonymous') return {};
  const open = store.once.takeQuestion(sender.refs[0], chat);
  const ref = open && store.outbox.get(open.outbox)?.sentRef;
  const asked = ref && store.outbox.bySent(ref);
  if (!asked || message.quotes) return {};
  const named = choiceNamed(asked, text);
  const chosen = named !== undefined && named !== 'stale';
  if (!chosen && !isNumbers(text)) return {};
  // A platform may deliver late what was said in time.
  const age = between(open.at, message.sentAt);
  if (age <= OPEN_MS) return { answers: { addressed: true, quotes: { ref } } };
  return chosen || message.chatKind === 'private' || age <= NUMBER_LATE_MS ? { late: asked } : {};
}

/** Whether a number may stand for the place of a choice as well as for a unit: "1" under "A. Ya, B. Tidak". */
export function mayBePlace({ content, context }: Posted, text: string): boolean {
  const [, number] = /^\s*(\d{1,2})[\s.!]*$/.exec(text) ?? [];
  const places = context.checklist ? 0 : (content?.choices?.length ?? 0);
  return number !== undefined && Number(number) <= places;
}

/**
 * The choice that a reply to our message names, by its label, its letter or its unit's number. `seen` is the message's
 * text as it is quoted; `stale` where that showed, or an earlier form had, something else under the same words.
 */
export function choiceNamed(
  prompt: Posted | undefined,
  text: string,
  seen = '',
): Choice | 'stale' | undefined {
  const choices = prompt?.content?.choices ?? [];
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/, '');
  // "ya" and "tidak" answer a question of a few choices; a checklist's "Belum …" is no answer to "belum".
  const shorten = (label: string) => (choices.length <= 3 ? label.split(',')[0] : label);
  const named = choices.filter(({ label }) =>
    [label, shorten(label)].some((l) => l?.toLowerCase() === typed),
  );
  if (named.length === 1) return named[0];
  // Where the question is which units are in the making, a number is that choice; alone it means that the unit stands.
  const numbered = prompt?.context.picked && choices.find((choice) => numberFor(choice) === typed);
  if (numbered) return numbered;
  if (!prompt?.content || typed === '') return undefined;
  const lines = letteredLines(seen);
  const letter = typed.toUpperCase();
  const found = lettered(choices).find((each) => each.letter === letter);
  if (found) return lines.size === 0 || lines.get(letter) === found.label ? found.choice : 'stale';
  const saw = lines.has(letter) || [...lines.values()].some((label) => label.toLowerCase() === typed);
  return saw || wasLetter(letter, prompt.content) ? 'stale' : undefined;
}
