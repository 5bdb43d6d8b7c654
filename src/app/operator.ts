import { resolve } from 'node:path';
import { CAPITAL_ZONE, countryNames, area as district, timeZone } from '../domain/areas.ts';
import { msBetween } from '../domain/clock.ts';
import { localDateTime } from '../domain/dates.ts';
import { type AreaCode, below, type Instant, NATION, type OutboxId } from '../domain/ids.ts';
import { upperRolesOf } from '../domain/roles.ts';
import { fullName, levelOf, type NamedArea, searchAreas, upperArea } from '../domain/upper-areas.ts';
import { actName, actorName } from '../features/members/acts.ts';
import { leadersOf } from '../features/members/leaders.ts';
import type { Ways } from '../features/members/letter.ts';
import { whyDropped } from '../outbox/lifetime.ts';
import { programVersion } from '../paths.ts';
import type { Act, ActKind } from '../store/acts.ts';
import { backupsIn } from '../store/backup-folder.ts';
import type { LinkedGroup } from '../store/linked-groups.ts';
import { MIGRATIONS } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';
import type { Unsent } from '../store/undelivered.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { nameFrom } from '../text/names.ts';
import { partsName, roleName, upperRoleName } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { Done, FoundArea, GroupRow, Operator, Remembered, Wish } from '../web/operator.ts';
import type { App } from './app.ts';
import type { Backups } from './backups.ts';
import { copyInWords } from './copy-in-words.ts';
import { type InviteOptions, inviteByLetter, isWithoutNumber } from './invite-by-letter.ts';
import { type StateOptions, statesOf } from './operator-states.ts';

const GROUPS = 25;
const MESSAGES = 20;
const COPIES = 14;
/** A click that comes so soon after the same one was meant as one with it. */
const SECOND_CLICK_MS = 10_000;

export interface OperatorOptions extends StateOptions, Pick<InviteOptions, 'ways'> {
  readonly app: Pick<App, 'retry'>;
  /** Undefined where the database is backed up by its own tools. */
  readonly backups: Pick<Backups, 'folder' | 'lastAt'> | undefined;
}

/** What the operator's page shows and does. */
export function createOperator(options: OperatorOptions): Operator {
  const { store, app, backups, clock } = options;
  const since = clock();
  /** What was invited last: a second click would make codes that void those of the first file. */
  let invited:
    | { readonly wish: string; readonly at: Instant; readonly made: ReturnType<typeof inviteByLetter> }
    | undefined;

  /** Notes the act in the area that the message is for: its camat sees it in the history. */
  function note(tx: Tx, area: AreaCode | null, kind: ActKind): void {
    tx.acts.add({ at: clock(), by: 'server', kind, area: area ?? NATION, about: null });
  }
  const areaFor = (tx: Tx, { id, chat }: Unsent): AreaCode | null =>
    tx.outbox.get(id)?.area ?? tx.chats.get(chat)?.area ?? null;

  return {
    view: async (wish) => ({
      states: await statesOf(options, since),
      remembered: readRemembered(options, wish),
      backups: backups && { folder: resolve(backups.folder), copies: copiesIn(backups.folder) },
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
        const area = unsent ? areaFor(tx, unsent) : null;
        if (!tx.outbox.drop(id)) return 'no-message';
        note(tx, area, 'dropped');
        return 'dropped';
      });
    },
    async invite(area, whom) {
      const [wish, at] = [JSON.stringify([area, whom]), clock()];
      if (invited?.wish === wish && msBetween(invited.at, at) <= SECOND_CLICK_MS) return invited.made;
      const made = inviteByLetter(area, whom, options);
      invited = { wish, at, made };
      const isFile = await made.then((file) => typeof file !== 'string').catch(() => false);
      // What was refused, or failed, made no codes, and may be possible by now.
      if (!isFile && invited.made === made) invited = undefined;
      return made;
    },
  };

  /** Queues a message again, or, where it still waits, has it tried now; what has to happen after the commit comes with it. */
  function resend(tx: Tx, id: OutboxId): { readonly done: Done; readonly retry?: () => void } {
    const unsent = tx.outbox.unsent(id);
    if (unsent?.state === 'queued') return { done: 'tried', retry: () => app.retry(unsent.chat) };
    if (unsent && isOfAnotherArea(tx, id)) return { done: 'other-area' };
    if (!unsent || !tx.outbox.requeue(id, clock())) return { done: 'no-message' };
    note(tx, areaFor(tx, unsent), 'resent');
    const row = tx.outbox.queued(id);
    return { done: 'resent', retry: () => app.retry(unsent.chat, row) };
  }
}

/** Whether a message would not be sent, because its group was linked to another area since. */
function isOfAnotherArea(tx: Tx, id: OutboxId): boolean {
  const row = tx.outbox.get(id);
  if (!row) return false;
  const linkedTo = tx.chats.get(row.chat)?.area ?? null;
  return whyDropped(tx, { ...row, linkedTo }, row.at) === 'other-area';
}

/** Undefined where the database cannot be read, which its own state says. */
function readRemembered({ store, ways }: OperatorOptions, wish: Wish): Remembered | undefined {
  try {
    return store.read((tx) => remembered(tx, wish, ways));
  } catch (error) {
    store.noteFault(error);
    return undefined;
  }
}

function remembered(tx: Tx, { area, page, search }: Wish, ways: Ways): Remembered {
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
    withoutNumber: isWithoutNumber(ways, NATION) ? (ways.groupLink ? 'telegram-only' : 'none') : undefined,
    acts: tx.acts.latest().map((act) => actRow(act, nameOf)),
  };
}

type NameOf = (code: AreaCode) => string;

const groupRow = (tx: Tx, group: LinkedGroup, nameOf: NameOf): GroupRow => ({
  ...group,
  title: nameFrom(group.title),
  areaName: nameOf(group.area),
  leaders: leadersOf(tx, group.area).map(
    ({ name, kind, area }) => `${nameFrom(name)} (${plain(roleName(kind, area))})`,
  ),
  timeZone: timeZone(group.area),
});

function foundArea(tx: Tx, { code }: NamedArea, nameOf: NameOf): FoundArea {
  const level = levelOf(code)!;
  const found = upperArea(code);
  const roles = found ? upperRolesOf(found) : [];
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
    at: literal(localDateTime(act.at, CAPITAL_ZONE)),
    what: say('operator-act', { place: literal(placeName(act.area, nameOf)), what: actName(act) }),
    by: actorName(act),
  });

/** "Petani, Bathin Solapan, Kabupaten Bengkalis, Riau" */
function placeName(code: Act['area'], nameOf: NameOf): string {
  const above = code.slice(0, 8) as AreaCode;
  const village = code.length > 8 && district(above)?.villages.find((each) => each.code === code)?.name;
  return [village, nameOf(above)].filter(Boolean).join(', ');
}

/** The newest copies; none where the folder cannot be read, which the age of the last good one tells. */
function copiesIn(folder: string): readonly string[] {
  try {
    return backupsIn(folder).slice(0, COPIES).map(copyInWords);
  } catch {
    return [];
  }
}
