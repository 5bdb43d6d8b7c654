import {
  type Attachment,
  type ChatAdapter,
  type Sendable,
  SendError,
  type Sent,
} from '../adapters/adapter.ts';
import type { ClaimedRow, Posted } from '../store/outbox.ts';
import type { Content } from '../text/content.ts';
import { lines, say } from '../text/say.ts';
import type { Prepared } from './attachments.ts';

/** How a try to send one message ended, to be noted in the store. */
export interface Delivery {
  readonly row: ClaimedRow;
  readonly sent?: Sent;
  /** Why not; without one and without `sent`, the message can never be made: `fault` says why. */
  readonly error?: SendError;
  readonly fault?: unknown;
  /** The key of the files that it carries, where the platform's names for them are news. */
  readonly files?: string;
  /** The platform no longer has those files. */
  readonly stale?: true;
  /** Its file could not be made. */
  readonly unmade?: true;
  /** It was not handed over: one before it failed, its chat changed, or the process stops. */
  readonly untried?: true;
}

/**
 * Hands a message with its files to its platform. Never throws.
 */
export async function deliver(
  row: ClaimedRow,
  platform: ChatAdapter | undefined,
  prepared: Prepared | undefined,
): Promise<Delivery> {
  if (!row.content) return { row, fault: new Error('it has no content that could be sent') };
  if (!platform) return { row, fault: new Error('its platform is not there') };
  if (row.content.file && !prepared?.files) return { row, fault: prepared?.fault, unmade: true };
  const { key, files, uploaded } = prepared ?? {};
  try {
    const message = sendable(row, marked(row, row.content, platform), files);
    const sent = await platform.send(message, `${row.id}`);
    return { row, sent, ...(key && !uploaded && { files: key }) };
  } catch (error) {
    if (!(error instanceof SendError)) {
      return { row, fault: error };
    }
    const { outcome, detail } = error;
    const stale = key && uploaded && outcome === 'refused' && (detail.refusal ?? 'message') === 'message';
    return stale
      ? { row, files: key, stale: true, error: new SendError('not-sent', error.message) }
      : { row, error };
  }
}

/** A message that may have arrived before says so, where there is room for it; an edit shows the same twice. */
function marked(row: Posted, content: Content, platform: ChatAdapter): Content {
  if (!row.doubted || row.edits || platform.idempotentSend) return content;
  const again = { ...content, text: lines(content.text, say('resent')) };
  return platform.split(again).length === 1 ? again : content;
}

const sendable = (row: ClaimedRow, content: Content, files: readonly Attachment[] | undefined): Sendable => ({
  to: row.chat,
  text: content.text,
  ...(row.thread && { thread: row.thread }),
  ...(row.lastThread && { lastThread: row.lastThread }),
  ...(content.choices && !content.answered && { choices: content.choices }),
  ...(files && { attachments: files }),
  ...(row.priority === 'stranger' && { toStranger: true as const }),
  ...(row.asks && { asks: row.asks }),
  ...(row.quotes && { quotes: row.quotes }),
  ...(row.answers && { answers: row.answers }),
  ...(row.edits && { edits: row.edits }),
});
