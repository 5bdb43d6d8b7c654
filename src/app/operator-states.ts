import type { Telegram } from '../adapters/telegram/telegram.ts';
import type { Numbers, NumberView } from '../adapters/whatsapp/numbers.ts';
import type { WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { CAPITAL_ZONE } from '../domain/areas.ts';
import { addMs, ageMs, type Clock, msBetween } from '../domain/clock.ts';
import { localDateTime } from '../domain/dates.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import { literal, type Markup } from '../text/markup.ts';
import { say } from '../text/say.ts';
import type { State } from '../web/operator.ts';
import { BACKUP_MAX_AGE_HOURS, CONTACT_MAX_AGE_MS } from '../web/watched.ts';
import { qrAddress, whatsappStatus } from '../web/whatsapp.ts';
import type { Backups } from './backups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The first copy is made a minute after the start, and may take some time. */
const FIRST_COPY_MS = 120_000;

export interface StateOptions {
  readonly store: Store;
  readonly telegram: Pick<Telegram, 'identity' | 'lastContact'> | undefined;
  readonly whatsapp: Pick<Numbers, 'all'> | undefined;
  /** Undefined where the database is backed up by its own tools. */
  readonly backups: Pick<Backups, 'lastAt'> | undefined;
  readonly clock: Clock;
}

/** What the operator's page says of database, platforms, backups and dead letters; `since`: when the bot started. */
export async function statesOf(
  { store, telegram, whatsapp, backups, clock }: StateOptions,
  since: Instant,
): Promise<State[]> {
  const now = clock();
  const isWell = store.trouble() === undefined;
  return [
    { ok: isWell, said: say(isWell ? 'operator-database-ok' : 'operator-database-bad') },
    ...(telegram ? await telegramStates(telegram, now) : []),
    ...(whatsapp?.all().map(whatsappState) ?? []),
    ...(backups ? [backupState(backups.lastAt(), now, since)] : []),
    ...deadLetterState(store, addMs(now, -DAY_MS)),
  ];
}

async function telegramStates(
  { identity, lastContact }: Pick<Telegram, 'identity' | 'lastContact'>,
  now: Instant,
): Promise<State[]> {
  const last = lastContact();
  if (!last) return [{ ok: false, said: say('operator-telegram-waiting') }];
  const at = literal(localDateTime(last, CAPITAL_ZONE));
  // It is known from the first contact on.
  const { username, seesAll } = await identity();
  const isSilent = ageMs(last, now) > CONTACT_MAX_AGE_MS;
  return [
    isSilent
      ? { ok: false, said: say('operator-telegram-silent', { at }) }
      : { ok: true, said: say('operator-telegram-open', { bot: literal(username), at }) },
    { ok: true, said: say(seesAll ? 'operator-sees-all' : 'operator-privacy') },
  ];
}

function whatsappState({ id, name, state, caps }: NumberView, _: number, all: readonly NumberView[]): State {
  const isFull = caps.some(({ of, left }) => of === 'groups' && left === 0);
  const said = isFull ? say('whatsapp-cap-reached') : numberStatus(state);
  return {
    ok: (!state || state.phase === 'open') && !isFull,
    said:
      all.length > 1
        ? say('operator-whatsapp-number', { name: literal(name), state: said })
        : say('operator-whatsapp', { state: said }),
    caps,
    page: '/whatsapp',
    ...(state?.qr && { qr: qrAddress(id, state.qr) }),
  };
}

function numberStatus(state: WhatsAppState | undefined): Markup {
  if (!state) return say('whatsapp-paused');
  return state.phase === 'pairing' ? say('operator-whatsapp-pairing') : whatsappStatus(state);
}

function backupState(last: Instant | undefined, now: Instant, since: Instant): State {
  if (!last)
    return msBetween(since, now) < FIRST_COPY_MS
      ? { ok: true, said: say('operator-backup-soon') }
      : { ok: false, said: say('operator-backup-none') };
  const hours = Math.round(ageMs(last, now) / HOUR_MS);
  const at = literal(localDateTime(last, CAPITAL_ZONE));
  return hours > BACKUP_MAX_AGE_HOURS
    ? { ok: false, said: say('operator-backup-old', { at, hours }) }
    : { ok: true, said: say('operator-backup-ok', { at }) };
}

/** None where the database cannot be read. */
function deadLetterState(store: Store, since: Instant): readonly State[] {
  try {
    const count = Object.values(store.deadLetters.since(since)).reduce((sum, n) => sum + n, 0);
    return count > 0 ? [{ ok: false, said: say('operator-dead-letters', { count }) }] : [];
  } catch {
    return [];
  }
}
