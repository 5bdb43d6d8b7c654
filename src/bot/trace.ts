import type { IncomingMessage } from '../adapters/adapter.ts';
import type { DistrictScope } from '../domain/district.ts';
import type { Actor } from '../domain/people.ts';
import type { AskReason, Interpretation, Message } from '../interpret/types.ts';
import type { MessageContext } from './context.ts';
import type { Denied, Recorded, ReportWriter, Reversal } from './report-writer.ts';

/** What a text came to when its meaning met who may say so; `features/reports/decide.ts` makes it. */
export type Decision =
  | { readonly kind: 'report' }
  | { readonly kind: 'ask'; readonly reason: AskReason }
  | { readonly kind: 'refuse'; readonly village: string }
  | { readonly kind: 'none' };

/** One thing that was done to handle a message, noted by the code that did it. */
export type Step =
  | { readonly kind: 'command'; readonly name: string; readonly words: string }
  | { readonly kind: 'read'; readonly said: Message; readonly meaning: Interpretation }
  | { readonly kind: 'decided'; readonly coordinates: boolean; readonly decision: Decision }
  | { readonly kind: 'recorded'; readonly outcome: Recorded | Denied }
  | { readonly kind: 'reversed'; readonly outcome: Reversal };

/** How one message was handled: who sent it, what was done in which order, and whether the bot answered. */
export interface Trace {
  readonly message: IncomingMessage;
  readonly actor: Actor;
  readonly here: DistrictScope | undefined;
  readonly steps: readonly Step[];
  readonly answered: boolean;
}

/** Is called inside the transaction that handles the message, which may still be undone: it must write nothing. */
export type Observe = (trace: Trace) => void;

/** The context with a place for its steps; every call of its report writer is one. */
export function tracedContext(context: MessageContext, steps: Step[]): MessageContext {
  const note = (step: Step): void => {
    steps.push(step);
  };
  return { ...context, note, reports: tracedWriter(context.reports, note) };
}

const tracedWriter = (writer: ReportWriter, note: (step: Step) => void): ReportWriter => ({
  record(...args) {
    const outcome = writer.record(...args);
    note({ kind: 'recorded', outcome });
    return outcome;
  },
  reverse(...args) {
    const outcome = writer.reverse(...args);
    note({ kind: 'reversed', outcome });
    return outcome;
  },
});
