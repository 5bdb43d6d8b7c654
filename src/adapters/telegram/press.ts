import type { Acknowledgement } from '../adapter.ts';
import { describeError } from './errors.ts';
import type { ApiClientContext } from './retry.ts';

/** Bot API, answerCallbackQuery: 0-200 characters. */
const TOAST = 200;
/** Each call takes a connection, of which a process has few: of presses that come faster the phone shows no answer. */
const MOST_IN_FLIGHT = 50;

/**
 * Answers a press once: with the first acknowledgement, or without text after `pressMs`. `answers` holds the calls in flight.
 */
export function createPressAnswer(id: string, answers: Set<Promise<void>>, context: ApiClientContext) {
  let answered = false;
  const answerOnce = (acknowledgement: Acknowledgement): void => {
    clearTimeout(tooLong);
    if (answered) return;
    answered = true;
    if (answers.size >= MOST_IN_FLIGHT) {
      context.log.info({ inFlight: answers.size }, 'press not answered');
      return;
    }
    const answer = answerPress(id, acknowledgement, context).finally(() => answers.delete(answer));
    answers.add(answer);
  };
  const tooLong = setTimeout(() => answerOnce({}), context.limits.pressMs).unref();
  return answerOnce;
}

/** Best effort: an answer that fails or comes too late is of no use a moment later. */
async function answerPress(
  id: string,
  { toast, alert }: Acknowledgement,
  { ask, limits, log }: ApiClientContext,
): Promise<void> {
  const text = alert ?? toast;
  const shown = text === undefined ? {} : { text: shorten(text), show_alert: alert !== undefined };
  try {
    await ask(limits.callMs, (api, signal) =>
      api.answerCallbackQuery({ callback_query_id: id, ...shown }, signal),
    );
  } catch (error) {
    log.info({ error: describeError(error) }, 'press not answered');
  }
}

const shorten = (text: string): string =>
  text.length <= TOAST ? text : `${text.slice(0, TOAST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
