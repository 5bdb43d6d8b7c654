import type { IncomingMessage } from '../../adapters/adapter.ts';
import type { MessageRef } from '../../domain/ids.ts';
import type { Posted } from '../../store/outbox.ts';
import type { Tx } from '../../store/tx.ts';
import { plain } from '../../text/markup.ts';

/**
 * The message of ours that is meant where the platform's name for it was never heard: it arrived, and the process was killed or the
 * connection broke before it was told so. It is known by the button that is pressed, or by its words.
 */
export function copyOf(
  tx: Tx,
  { chat, pressedOn, text, quotes }: IncomingMessage,
  sentRef: MessageRef,
): Posted | undefined {
  const shows = ({ content, edits }: Posted): boolean =>
    edits === null &&
    (pressedOn
      ? content?.choices?.some(({ command }) => command === text) === true
      : content !== undefined && plain(content.text) === quotes?.text);
  const found = tx.outbox.maybeCopied(chat).find(shows);
  return found && { ...found, sentRef };
}
