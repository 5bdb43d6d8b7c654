import { GrammyError, HttpError } from 'grammy/web';
import type { Refusal } from '../../domain/refusal.ts';
import { SendError } from '../adapter.ts';
import { NotConnected } from './http.ts';
import { chatRef } from './refs.ts';

/**
 * Why the bot gets no updates. `token`: Telegram does not know it; `webhook`: somebody has set one, and updates go there;
 * `other-poller`: another process polls with the same token.
 */
export type Obstacle = 'token' | 'webhook' | 'other-poller';

/** By error code and description; the first row that matches counts. Sources: files of tdlib/telegram-bot-api. */
const OBSTACLES: readonly (readonly [code: number, says: RegExp, Obstacle])[] = [
  // Client.cpp, get_closing_error, and ClientManager.cpp: "Unauthorized", "Unauthorized: invalid token specified"
  [401, /(?:)/, 'token'],
  // HttpConnection.cpp: "Not Found", for a path that holds no token
  [404, /(?:)/, 'token'],
  // Client.cpp: "can't use getUpdates method while webhook is active", "terminated by setWebhook request"
  [409, /webhook/i, 'webhook'],
  // Client.cpp, abort_long_poll: "terminated by other getUpdates request"
  [409, /(?:)/, 'other-poller'],
];

/** What an error of any call says about the bot itself; undefined for all other errors. */
export const obstacleOf = (error: unknown): Obstacle | undefined =>
  error instanceof GrammyError
    ? OBSTACLES.find(([code, says]) => code === error.error_code && says.test(error.description))?.[2]
    : undefined;

/**
 * What the refusal of a message means, by its description; the first row that matches counts. Names in capitals are
 * Telegram's own (core.telegram.org/method/messages.sendMessage and sendMedia, "Possible errors").
 */
const REFUSALS: readonly (readonly [says: RegExp, Refusal])[] = [
  // tdlib/telegram-bot-api, Client.cpp, check_chat_access and fail_query_with_error
  [/bot was kicked|is not a member|chat was deleted|user is deactivated|blocked by the user/i, 'gone'],
  [/USER_IS_BLOCKED|INPUT_USER_DEACTIVATED/, 'gone'],
  // Client.cpp, check_chat: a chat that the server does not know, or no longer knows
  [/chat not found|PEER_ID_INVALID|CHANNEL_(PRIVATE|INVALID)|CHAT_(FORBIDDEN|ID_INVALID)/i, 'gone'],
  // tdlib/td, MessageContent.cpp, can_send_message_content: "not enough rights to send photos to the chat"
  [/not enough rights to send (?!text )|CHAT_SEND_(PHOTOS|DOCS|MEDIA)_FORBIDDEN/i, 'files'],
  // "not enough rights to send text messages to the chat", "have no rights to send a message" (tdlib/td#1544),
  // tdlib/td, DialogManager.cpp: "Have no write access to the chat", "Can't access the chat", "Can't write to the chat"
  [
    /not enough rights|have no (?:rights|write access)|can't (?:access|write to) the chat|need administrator rights|CHAT_ADMIN_REQUIRED/i,
    'rights',
  ],
  // CHAT_RESTRICTED: telegram-bot-api#863
  [/CHAT_(RESTRICTED|WRITE_FORBIDDEN|SEND_PLAIN_FORBIDDEN|GUEST_SEND_FORBIDDEN)/, 'rights'],
  [/USER_(BANNED_IN_CHANNEL|RESTRICTED)|SLOWMODE_WAIT/, 'rights'],
  // TOPIC_CLOSED: qbittorrent_telegram_notification#12; "message thread not found": Client.cpp
  [/TOPIC_(CLOSED|DELETED|ID_INVALID)|thread not found/i, 'topic'],
];

/** An error for people and logs, without the requested address, which contains the token, and without what was sent. */
export function describeError(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (!(error instanceof HttpError)) return error instanceof Error ? error.message : 'unknown error';
  const inner = error.error;
  if (inner instanceof NotConnected) return `${error.message} Not connected: ${inner.message}`;
  const code = inner instanceof Error ? ((inner as NodeJS.ErrnoException).code ?? inner.name) : '';
  return `${error.message} ${code}`.trim();
}

/** A server that asks for more is asked again after a day; a timer takes no more than 24. */
const LONGEST_WAIT_SECONDS = 86_400;

/** How long the server asked to wait; undefined where it did not say that in a number. */
export function retryAfterSecondsOf(error: unknown): number | undefined {
  const seconds: unknown = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, LONGEST_WAIT_SECONDS) : undefined;
}

/** True when the same call may succeed later. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof GrammyError) || error.error_code === 429 || !isRefusal(error.error_code);

/** Other codes are faults of the server or of a proxy, and say nothing about the outcome of the call. */
const isRefusal = (code: number): boolean => code >= 400 && code < 500;

/** The error of a call that sends a message. `repeatable`: a second call would show the same message only once. */
export function sendError(error: unknown, repeatable: boolean): SendError {
  const text = describeError(error);
  if (error instanceof HttpError)
    return new SendError(repeatable || error.error instanceof NotConnected ? 'not-sent' : 'unknown', text);
  if (!(error instanceof GrammyError)) return new SendError('refused', text);

  const { error_code: code, description, parameters } = error;
  const { migrate_to_chat_id: movedTo = Number.NaN } = parameters;
  const retryAfterSeconds = retryAfterSecondsOf(error);
  if (Number.isSafeInteger(movedTo)) return new SendError('not-sent', text, { movedTo: chatRef(movedTo) });
  if (code === 429)
    return new SendError('not-sent', text, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  if (obstacleOf(error)) return new SendError('not-sent', text);
  if (!isRefusal(code)) return new SendError(repeatable ? 'not-sent' : 'unknown', text);
  const [, refusal = code === 403 ? 'gone' : 'message'] =
    REFUSALS.find(([says]) => says.test(description)) ?? [];
  return new SendError('refused', text, { refusal });
}
