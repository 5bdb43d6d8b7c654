import type { AreaCode, ChatRef, Instant, MessageRef, UserRef } from '../domain/ids.ts';
import { isObject, parseJson } from '../domain/json.ts';
import type { Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';
import type { OutboxState, Outgoing, Posted, Priority, Queued, Refused } from './outbox.ts';

/**
 * Rows that wait, for their order. In JSON a quote within a string has a backslash before it, so that no text looks like the
 * field; and content that is no JSON does not keep the others from being read.
 */
export const QUEUED = `SELECT id, chat, thread, scheduled, priority, area, answers, brief, edits, shared, tries,
  CASE WHEN instr(content, '"file":{') > 0 THEN 1 ELSE 0 END AS file FROM outbox`;
/** The few rows that wait or are in flight: a partial index is used where a query repeats its condition. */
export const UNSETTLED = `state IN ('queued', 'sending')`;
/** The same, found by their own index: left to itself SQLite goes through all rows by their ids. */
export const unsettled = (select: string): string =>
  select.replace('FROM outbox', 'FROM outbox INDEXED BY outbox_unsettled');

/** What `POSTED` gives. */
export interface PostedRow extends Omit<Posted, 'scheduled' | 'content' | 'context' | 'doubted'> {
  readonly scheduled: 0 | 1;
  readonly doubted: 0 | 1;
  readonly content: string | null;
  readonly context: string;
}

/** The parameters of a row that is added or overwritten. */
export interface NewRow {
  readonly chat: ChatRef;
  readonly thread: string | null;
  readonly scheduled: 0 | 1;
  readonly priority: Priority;
  readonly content: string;
  readonly context: string;
  readonly asks: UserRef | null;
  readonly sender: UserRef | null;
  readonly answers: MessageRef | null;
  readonly quotes: MessageRef | null;
  readonly edits: MessageRef | null;
  readonly brief: Markup | null;
  readonly shared: 1 | null;
  readonly at: Instant;
  /** Null where it is for the area of its chat. */
  readonly area: AreaCode | null;
}

/** The area that a new row is for, by its parameters `area` and `chat`. */
export const areaFor = (area: string, chat: string): string =>
  `coalesce(${area}, (SELECT district FROM chat WHERE ref = ${chat}))`;

/** The columns of a row that is added, but for its area. */
export const NEW_COLUMNS = [
  'chat',
  'thread',
  'scheduled',
  'priority',
  'content',
  'context',
  'asks',
  'sender',
  'answers',
  'quotes',
  'edits',
  'brief',
  'shared',
  'at',
] as const satisfies readonly (keyof NewRow)[];

/** What `QUEUED` gives. */
export interface QueuedRow extends Omit<Queued, 'scheduled' | 'file' | 'brief' | 'shared' | 'patient'> {
  readonly scheduled: 0 | 1;
  readonly file: 0 | 1;
  readonly brief: Markup | null;
  readonly edits: MessageRef | null;
  readonly shared: 1 | null;
  readonly tries: number;
}

export function queuedOf({ brief, edits, shared, tries, ...row }: QueuedRow): Queued {
  // What was tried may have arrived: it goes out again as it is.
  const isBrief = brief !== null && tries === 0;
  const isShared = shared === 1 && tries === 0;
  return {
    ...row,
    scheduled: row.scheduled === 1,
    file: row.file === 1,
    brief: isBrief,
    shared: isShared,
    patient: isBrief || isShared || (edits !== null && row.priority !== 'report'),
  };
}

/** Whole rows, for delivery and replies. */
const COLUMNS = `id, chat, outbox.thread, scheduled, priority, content, context, asks, sender, answers, quotes, edits, brief, state, tries,
  doubted, refusal, sent_ref AS "sentRef", at, area`;
export const POSTED = `SELECT ${COLUMNS} FROM outbox`;
/** A row that was claimed, with what is to be known of its chat. */
export const CLAIMED = `SELECT ${COLUMNS}, last_thread AS "lastThread", active, district AS "linkedTo"
  FROM outbox LEFT JOIN chat ON ref = outbox.chat`;

/** A row with its JSON decoded; without content and context where these are not what this program writes. */
export function postedOf(row: PostedRow | undefined): Posted | undefined {
  if (!row) return undefined;
  const content = parseJson(row.content);
  const context = parseJson(row.context);
  const wellFormed = (row.content === null || isContent(content)) && isObject(context);
  const posted = { ...row, scheduled: row.scheduled === 1, doubted: row.doubted === 1 };
  return wellFormed
    ? { ...posted, content: content as Content | undefined, context }
    : { ...posted, content: undefined, context: {} };
}

export interface RefusedRow extends Omit<Refused, 'waits' | 'about'> {
  readonly state: OutboxState;
  readonly content: string | null;
  readonly context: string;
}

export function refusedOf({ state, content, context, ...row }: RefusedRow): Refused {
  const [said, meant] = [parseJson(content), parseJson(context)];
  const about =
    isObject(meant) && meant.listed !== undefined
      ? 'reminder'
      : isObject(said) && said.file !== undefined
        ? 'recap'
        : 'other';
  return { ...row, waits: state === 'queued', about };
}

const isContent = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.text === 'string' &&
  (value.file === undefined || isFile(value.file)) &&
  (value.choices === undefined || (Array.isArray(value.choices) && value.choices.every(isChoice)));

/** A recap, an area's recap, a pace or letters. */
const isFile = (value: unknown): boolean =>
  isObject(value) &&
  (isObject(value.recap) || isObject(value.area) || isObject(value.pace) || Array.isArray(value.letters));

const isChoice = (value: unknown): boolean =>
  isObject(value) && typeof value.label === 'string' && typeof value.command === 'string';

/** A message as it is queued. */
export const newRow = (message: Outgoing, at: Instant): NewRow => ({
  chat: message.to,
  thread: message.thread ?? null,
  scheduled: message.scheduled ? 1 : 0,
  priority: message.priority ?? 'report',
  content: JSON.stringify(message.content),
  context: JSON.stringify(message.context ?? {}),
  asks: message.asks ?? null,
  // Whom a question is meant for is who gets it: by that it is found when they are to be forgotten.
  sender: message.sender ?? message.asks ?? null,
  answers: message.answers ?? null,
  quotes: message.quotes ?? null,
  edits: message.edits ?? null,
  brief: message.brief ?? null,
  shared: message.shared ? 1 : null,
  at,
  area: message.area ?? null,
});
