import { addMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';

/** What to do after the end of a connection, where a new one may help. */
type Next = 'at-once' | 'later' | 'newer-version' | 'pair-again' | 'suspended';

/**
 * Ends after which only the account's owner can help. `replaced`: another process uses the session; `locked`: the phone
 * is logged out, or the account is locked; `banned`; `rejected`: WhatsApp does not accept this kind of client.
 */
export type Stopped = 'replaced' | 'locked' | 'banned' | 'rejected';

/**
 * By Baileys' status code: that of the server's `failure` or `stream:error`, or one of Baileys' own. Any other code is transient.
 * Sources: DisconnectReason in Baileys' Types/index; ConnectFailureReason in tulir/whatsmeow, types/events; reports of
 * them: WhiskeySockets/Baileys#1490, evolution-api#739.
 */
const ENDS: Readonly<Record<number, Next | Stopped>> = {
  // loggedOut
  401: 'pair-again',
  // ConnectFailureTempBanned, with the time in `expire`
  402: 'suspended',
  // forbidden; ConnectFailureMainDeviceGone, "called LOCKED in the whatsapp web code"
  403: 'locked',
  // ConnectFailureClientOutdated
  405: 'newer-version',
  // ConnectFailureUnknownLogout, "called BANNED in the whatsapp web code"
  406: 'banned',
  // ConnectFailureBadUserAgent
  409: 'rejected',
  // connectionReplaced
  440: 'replaced',
  // restartRequired: pairing is done
  515: 'at-once',
};

export const nextAfter = (code: number): Next | Stopped => ENDS[code] ?? 'later';

/** A larger number is seconds since 1970, a smaller one the length of a ban in seconds. */
const SECONDS_OF_2001 = 1_000_000_000;
/** The pause where the server gives no time. */
const SUSPENDED_MS = 6 * 3_600_000;

/**
 * When a temporary ban ends, by the `expire` of the server's refusal: seconds from now (so tulir/whatsmeow,
 * connectionevents.go), or since 1970 (so oxidezap/baileyrs#20).
 */
export function suspendedUntil(expire: unknown, now: Instant): Instant {
  const seconds = Number(expire);
  if (!(seconds > 0 && seconds < 10 * SECONDS_OF_2001)) return addMs(now, SUSPENDED_MS);
  return seconds < SECONDS_OF_2001
    ? addMs(now, seconds * 1000)
    : (new Date(seconds * 1000).toISOString() as Instant);
}
