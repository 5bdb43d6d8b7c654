import type { PlatformEvent } from '../adapters/adapter.ts';
import type { Observe } from '../bot/trace.ts';
import type { MessageRef } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import { type Explanation, explain, explainUnasked, unexplained } from './explanation.ts';
import type { StoredTranscript } from './transcript.ts';

/** Keeps why the bot did what it did: an explanation is written once the event that it explains was accepted. */
export function createExplanations(transcript: Pick<StoredTranscript, 'complete' | 'saveExplanation'>) {
  const made = new Map<MessageRef, Explanation>();
  return {
    observe: ((trace) => {
      made.set(trace.message.ref, explain(trace));
    }) satisfies Observe,
    complete(event: PlatformEvent): void {
      const explanation = made.get(event.ref);
      made.delete(event.ref);
      const about = (event.kind === 'message' && event.edits) || event.ref;
      if (explanation) transcript.saveExplanation(about, JSON.stringify(explanation));
      transcript.complete(event);
    },
  };
}

/** Why a message stands in the conversation: how the bot handled it, or what it answers with it. */
export function explanationOf(
  transcript: StoredTranscript,
  store: Store,
  ref: MessageRef,
): Explanation | undefined {
  const message = transcript.get(ref);
  if (!message) return undefined;
  const kept = transcript.explanation(message.by === 'bot' ? (message.answers ?? ref) : ref);
  if (kept) return JSON.parse(kept) as Explanation;
  if (message.by !== 'bot' || message.answers) return unexplained();
  return explainUnasked(store.read((tx) => tx.outbox.bySent(ref))?.scheduled === true);
}
