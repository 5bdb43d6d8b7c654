import { type Sendable, SendError, type Sent } from '../adapters/adapter.ts';
import type { Instant, MessageRef } from '../domain/ids.ts';
import { BOT, type Transcript, type TranscriptFile } from './transcript.ts';

/**
 * Adds a message of the bot to the transcript, or changes the one that it edits. The key makes it idempotent. Throws
 * SendError: nothing was sent, and `refused` is final, since the message names a file that does not exist.
 */
export function send(transcript: Transcript, message: Sendable, key: string, now: Instant): Sent {
  try {
    return deliver(transcript, message, key, now);
  } catch (error) {
    throw new SendError(error instanceof RangeError ? 'refused' : 'not-sent', String(error));
  }
}

function deliver(transcript: Transcript, message: Sendable, key: string, now: Instant): Sent {
  const arrived = transcript.findByKey(key);
  if (arrived) return sent(arrived.ref, arrived.files);
  const files = (message.attachments ?? []).map((file) => transcript.addFile(file));
  const answers = message.answers && { answers: message.answers };
  const body = { text: message.text, choices: message.choices ?? [], files };
  const earlier = message.edits && transcript.get(message.edits);
  if (earlier) {
    transcript.update(earlier.ref, { ...body, ...answers, edited: true });
    return sent(earlier.ref, files);
  }
  const { to: chat, quotes } = message;
  const shown = { ...body, chat, by: 'bot', name: BOT.name, at: now, edited: false } as const;
  const { ref } = transcript.append({ ...shown, ...answers, ...(quotes && { quotes }) }, { key });
  return sent(ref, files);
}

const sent = (ref: MessageRef, files: readonly TranscriptFile[]): Sent =>
  files.length > 0 ? { ref, uploads: files.map(({ id }) => `${id}`) } : { ref };
