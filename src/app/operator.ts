import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Telegram } from '../adapters/telegram/telegram.ts';
import type { Numbers, NumberView } from '../adapters/whatsapp/numbers.ts';
import type { WhatsAppState } from '../adapters/whatsapp/whatsapp.ts';
import { countryNames, area as district, timeZone } from '../domain/areas.ts';
import { addMs, type Clock, msBetween } from '../domain/clock.ts';
import { localDateTime } from '../domain/dates.ts';
import { type AreaCode, below, type Instant, NATION, type OutboxId } from '../domain/ids.ts';
import { UPPER_ROLES, type UpperRole } from '../domain/roles.ts';
import { fullName, levelOf, type NamedArea, searchAreas } from '../domain/upper-areas.ts';
import { actName, actorName } from '../features/members/acts.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { programVersion } from '../paths.ts';
import type { Act, ActKind } from '../store/acts.ts';
import { backupsIn } from '../store/backup-folder.ts';
import type { LinkedGroup } from '../store/linked-groups.ts';
import { MIGRATIONS } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Unsent } from '../store/undelivered.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { nameFrom } from '../text/names.ts';
import { partsName, roleName, upperRoleName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type {
  Done,
  FoundArea,
  GroupRow,
  Operator,
  OperatorView,
  Remembered,
  State,
  Wish,
} from '../web/operator.ts';
import { BACKUP_MAX_AGE_HOURS, CONTACT_MAX_AGE_MS } from '../web/watched.ts';
import { whatsappStatus } from '../web/whatsapp.ts';
import type { App } from './app.ts';
import type { Backups } from './backups.ts';
import { type InviteOptions, inviteByLetter } from './invite-by-letter.ts';

const GROUPS = 25;
const MESSAGES = 20;
const COPIES = 14;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The operator's time zone is not known; this is the capital's. */
const ZONE = 'Asia/Jakarta';

export interface OperatorOptions extends Pick<InviteOptions, 'groupLink'> {
  readonly store: Store;
  readonly telegram: Pick<Telegram, 'identity' | 'lastContact'> | undefined;
  readonly whatsapp: Pick<Numbers, 'all'> | undefined;
  readonly app: Pick<App, 'retry'>;
  /** Undefined where the database is backed up by its own tools. */
  readonly backups: Pick<Backups, 'folder' | 'lastAt'> | undefined;
  readonly clock: Clock;
}

/** What the operator's page shows and does. */
export function createOperator(options: OperatorOptions): Operator {
  const { store, app, backups, clock } = options;
  const since = clock();

  /** Notes the act in the area of the message's group: its camat sees it in the history. */
  function note(tx: Tx, { chat }: Unsent, kind: ActKind): void {
    const area = tx.chats.get(chat)?.district ?? NATION;
    tx.acts.add({ at: clock(), by: 'server', kind, area, about: null });
  }

  return {
    view: async (wish) => ({
      states: await statesOf(options),
      remembered: readRemembered(store, wish),
      backups: backups && { folder: backups.folder, copies: copiesIn(backups.folder) },
      version: programVersion(),
      schema: MIGRATIONS.length,
      node: process.versions.node,
      since,
    }),
    resend(id) {
      const { done, retry } = store.transaction((tx) => resend(tx, id));
      retry?.();
      return done;
    },
    drop(id) {
      return store.transaction((tx): Done => {
        const unsent = tx.outbox.unsent(id);
        if (!unsent || !tx.outbox.drop(id)) return 'no-message';
        note(tx, unsent, 'dropped');
        return 'dropped';
      });
    },
    invite: (area, whom) => inviteByLetter(area, whom, options),
  };

  /** Queues a message again, or, where it still waits, has it tried now; what has to happen after the commit comes with it. */
  function resend(tx: Tx, id: OutboxId): { readonly done: Done; readonly retry?: () => void } {
    const unsent = tx.outbox.unsent(id);
    if (unsent?.state === 'queued') return { done: 'tried', retry: () => app.retry(unsent.chat) };
    if (!unsent || !tx.outbox.requeue(id, clock())) return { done: 'no-message' };
    note(tx, unsent, 'resent');
    const row = tx.outbox.queued(id);
    return { done: 'resent', retry: () => app.retry(unsent.chat, row) };
  }
}

/** Undefined where the database cannot be read, which its own state says. */
function readRemembered(store: Store, wish: Wish): Remembered | undefined {
  try {
    return store.read((tx) => remembered(tx, wish));
  } catch (error) {
    store.noteFault(error);
    return undefined;
  }
}

function remembered(tx: Tx, { area, page, search }: Wish): Remembered {
  const names = countryNames();
  const nameOf = (code: AreaCode) => fullName(code, names);
  const range = area && area !== NATION ? below(area) : { from: '', to: '~' };
  const count = tx.linkedGroups.count(range);
  const unsent = [...tx.outbox.undelivered(MESSAGES), ...tx.outbox.waiting(MESSAGES)];
  return {
    counts: { queued: 0, sending: 0, failed: 0, doubtful: 0, ...tx.outbox.counts() },
    unsent: unsent.map((message) => ({ ...message, title: message.title && nameFrom(message.title) })),
    groups: {
      count,
      pages: Math.ceil(count / GROUPS),
      areaName: area && nameOf(area),
      rows: tx.linkedGroups
        .page(range, GROUPS, (page - 1) * GROUPS)
        .map((group) => groupRow(tx, group, nameOf)),
    },
    found: search === '' ? undefined : searchAreas(search).map((found) => foundArea(tx, found, nameOf)),
    acts: tx.acts.latest().map((act) => actRow(act, nameOf)),
  };
}

type NameOf = (code: AreaCode) => string;

const groupRow = (tx: Tx, group: LinkedGroup, nameOf: NameOf): GroupRow => ({
  ...group,
  title: nameFrom(group.title),
  areaName: nameOf(group.district),
  leaders: leadersOf(tx, group.district).map(
    ({ name, kind, area }) => `${nameFrom(name)} (${plain(roleName(kind, area))})`,
  ),
  timeZone: timeZone(group.district),
});

function foundArea(tx: Tx, { code }: NamedArea, nameOf: NameOf): FoundArea {
  const level = levelOf(code)!;
  const roles: readonly UpperRole[] = level === 'district' ? [] : UPPER_ROLES[level];
  return {
    code,
    name: nameOf(code),
    isHeld: level === 'district' && leadersOf(tx, code).length > 0,
    roles: roles.map((kind) => ({ kind, name: upperRoleName(kind) })),
    parts: level === 'district' ? undefined : partsName(level),
  };
}

const actRow = (act: Act, nameOf: NameOf): Markup =>
  say('act-row', {
    at: literal(localDateTime(act.at, ZONE)),
    what: say('operator-act', { place: literal(placeName(act.area, nameOf)), what: actName(act) }),
    by: actorName(act),
  });

/** "Petani, Bathin Solapan, Kabupaten Bengkalis, Riau" */
function placeName(code: Act['area'], nameOf: NameOf): string {
  const above = code.slice(0, 8) as AreaCode;
  const village = code.length > 8 && district(above)?.villages.find((each) => each.code === code)?.name;
  return [village, nameOf(above)].filter(Boolean).join(', ');
}

async function statesOf({ store, telegram, whatsapp, backups, clock }: OperatorOptions): Promise<State[]> {
  const now = clock();
  const isWell = store.trouble() === undefined;
  return [
    { ok: isWell, said: say(isWell ? 'operator-database-ok' : 'operator-database-bad') },
    ...(telegram ? await telegramStates(telegram, now) : []),
    ...(whatsapp?.all().map(whatsappState) ?? []),
    ...(backups ? [backupState(backups.lastAt(), now)] : []),
    ...deadLetterState(store, addMs(now, -DAY_MS)),
  ];
}

async function telegramStates(
  { identity, lastContact }: Pick<Telegram, 'identity' | 'lastContact'>,
  now: Instant,
): Promise<State[]> {
  const last = lastContact();
  if (!last) return [{ ok: false, said: say('operator-telegram-waiting') }];
  const at = literal(localDateTime(last, ZONE));
  // It is known from the first contact on.
  const { username, seesAll } = await identity();
  const isSilent = msBetween(last, now) > CONTACT_MAX_AGE_MS;
  return [
    isSilent
      ? { ok: false, said: say('operator-telegram-silent', { at }) }
      : { ok: true, said: say('operator-telegram-open', { bot: literal(username), at }) },
    { ok: true, said: say(seesAll ? 'operator-sees-all' : 'operator-privacy') },
  ];
}

function whatsappState({ name, state, caps }: NumberView, _: number, all: readonly NumberView[]): State {
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
  };
}

function numberStatus(state: WhatsAppState | undefined): Markup {
  if (!state) return say('whatsapp-paused');
  return state.phase === 'pairing' ? say('operator-whatsapp-pairing') : whatsappStatus(state);
}

function backupState(last: Instant | undefined, now: Instant): State {
  if (!last) return { ok: false, said: say('operator-backup-none') };
  const hours = Math.round(msBetween(last, now) / HOUR_MS);
  const at = literal(localDateTime(last, ZONE));
  return hours > BACKUP_MAX_AGE_HOURS
    ? { ok: false, said: say('operator-backup-old', { at, hours }) }
    : { ok: true, said: say('operator-backup-ok', { at, hours }) };
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

/** The newest copies; none where the folder cannot be read, which the age of the last good one tells. */
function copiesIn(folder: string): NonNullable<OperatorView['backups']>['copies'] {
  try {
    return backupsIn(folder)
      .slice(0, COPIES)
      .map((path) => ({
        name: basename(path),
        megabytes: (statSync(path).size / 1e6).toFixed(1).replace('.', ','),
      }));
  } catch {
    return [];
  }
}
