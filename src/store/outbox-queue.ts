import type { ChatRef, Instant, MessageRef, OutboxId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Content } from '../text/content.ts';
import type { Db } from './db.ts';
import type { ClaimedRow, OutboxState, Outgoing, Queued } from './outbox.ts';
import { outboxErasure } from './outbox-erasure.ts';
import { IS_SECRET } from './outbox-mentions.ts';
import {
  areaFor,
  CLAIMED,
  NEW_COLUMNS,
  type NewRow,
  newRow,
  type PostedRow,
  postedOf,
  QUEUED,
  type QueuedRow,
  queuedOf,
  UNSETTLED,
  unsettled,
} from './outbox-rows.ts';

/** What waits to be sent. */
interface WaitingRows {
  /** What waits to be sent, from after that row on: what was tried before, then the rest in the order of writing. */
  queuedAfter(id: OutboxId): readonly Queued[];
  /** The same one by one, where a damaged page keeps them from being read together. */
  queuedIdsAfter(id: OutboxId): readonly OutboxId[];
  /** One row, if it still waits. */
  queued(id: OutboxId): Queued | undefined;
}

/** What is being sent. */
interface SentRows {
  /** Notes that a row is in flight, before it is sent, and gives it; undefined where it no longer waits. */
  claim(id: OutboxId): ClaimedRow | undefined;
  /** Notes that a row which was claimed was not tried: it waits as before. */
  release(id: OutboxId): void;
  /** Notes how a try ended, and the platform's name for the message where it was sent. */
  settle(id: OutboxId, state: OutboxState, sent?: MessageRef | null): void;
}

/** What waits to be sent, and how its sending ends. */
export interface OutboxQueue extends WaitingRows, SentRows {
  /** Queues a message, unless it is shared and waits already. An edit takes the place of one of its message that waits, news that of older news. */
  add(message: Outgoing, at: Instant): OutboxId;
  /** Queues a message that says what these say, and is what becomes of them: they are settled with it. */
  gather(message: Outgoing, ids: readonly OutboxId[], at: Instant): OutboxId;
  /** Notes that an earlier try may have arrived. */
  doubt(id: OutboxId): void;
  /** Notes why the platform did not take it. */
  refuse(id: OutboxId, refusal: Refusal): void;
  /** Gives a row other content, for its next try or for later readers. */
  replaceContent(id: OutboxId, content: Content): void;
  /** Blanks a question about somebody of whom nothing is kept, once its delivery has ended. */
  forgetNamed(id: OutboxId): void;
}

export function outboxQueue(db: Db): OutboxQueue {
  const insert = db.insert<NewRow[keyof NewRow][], OutboxId>(
    `INSERT INTO outbox (${NEW_COLUMNS.join(', ')}, state, area)
     VALUES (${NEW_COLUMNS.map(() => '?').join(', ')}, 'queued', ${areaFor('?', '?')})`,
  );
  const add = (row: NewRow) => insert(...NEW_COLUMNS.map((column) => row[column]), row.area, row.chat);
  const queuedEdit = db.value<[MessageRef], OutboxId>(
    `SELECT id FROM outbox WHERE edits = ? AND ${UNSETTLED} AND state = 'queued' ORDER BY id DESC LIMIT 1`,
  );
  const waitingSame = db.value<NewRow, OutboxId>(
    `${unsettled('SELECT id FROM outbox')} WHERE ${UNSETTLED} AND state = 'queued' AND tries = 0 AND chat = :chat
     AND thread IS NOT DISTINCT FROM :thread AND content = :content
     AND area IS NOT DISTINCT FROM ${areaFor(':area', ':chat')}`,
  );
  const waitingNews = db.value<{ chat: ChatRef; tells: string }, OutboxId>(
    `${unsettled('SELECT id FROM outbox')} WHERE ${UNSETTLED} AND state = 'queued' AND tries = 0 AND chat = :chat
     AND instr(context, '"tells":"' || :tells || '"') > 0`,
  );
  const takeOver = db.prepare<NewRow & { id: OutboxId }>(
    `UPDATE outbox SET content = :content, context = :context, asks = :asks, sender = :sender, answers = :answers,
     thread = :thread, at = :at, area = ${areaFor(':area', ':chat')} WHERE id = :id`,
  );
  const replace = db.prepare<[string, OutboxId]>('UPDATE outbox SET content = ? WHERE id = ?');
  const doubt = db.prepare<[OutboxId]>('UPDATE outbox SET doubted = 1 WHERE id = ?');
  const carry = db.prepare<[OutboxId, OutboxId]>('UPDATE outbox SET carrier = ? WHERE id = ?');
  const refuse = db.prepare<[Refusal, OutboxId]>('UPDATE outbox SET refusal = ? WHERE id = ?');
  const erasure = outboxErasure(db);

  return {
    ...waitingRows(db),
    ...sentRows(db, erasure),
    add(message, at) {
      const row = newRow(message, at);
      const { edits, to: chat, context: { tells } = {} } = message;
      const unsent = edits ? queuedEdit.get(edits) : tells && waitingNews.get({ chat, tells });
      if (unsent !== undefined) {
        takeOver.run({ ...row, id: unsent });
        return unsent;
      }
      const same = message.shared && waitingSame.get(row);
      if (same !== undefined) return same;
      return add(row);
    },
    gather(message, ids, at) {
      const id = add(newRow(message, at));
      for (const each of ids) carry.run(id, each);
      return id;
    },
    doubt: (id) => {
      doubt.run(id);
    },
    refuse: (id, refusal) => {
      refuse.run(refusal, id);
    },
    replaceContent: (id, content) => {
      replace.run(JSON.stringify(content), id);
    },
    forgetNamed: (id) => erasure.forgetContent([id]),
  };
}

/** What was to be forgotten is blanked once its delivery has ended. */
function sentRows(db: Db, { sweep, blankSecret }: ReturnType<typeof outboxErasure>): SentRows {
  // Two statements: with `RETURNING`, SQLite would copy the pages that one changes (see `Db.insert`).
  const claim = db.prepare<[OutboxId]>(
    `UPDATE outbox SET state = 'sending', tries = tries + 1 WHERE id = ? AND state = 'queued'`,
  );
  const claimed = db.prepare<
    [OutboxId],
    PostedRow & Pick<ClaimedRow, 'lastThread' | 'linkedTo'> & { active: 0 | 1 | null }
  >(`${CLAIMED} WHERE id = ?`);
  const settle = db.prepare<[OutboxState, MessageRef | null, OutboxId]>(
    'UPDATE outbox SET state = ?, sent_ref = coalesce(?, sent_ref) WHERE id = ?',
  );
  const settled = db.prepare<{ id: OutboxId }, { forgets: 0 | 1; carries: 0 | 1; secret: 0 | 1 }>(
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM outbox_forget) THEN 1 ELSE 0 END AS forgets,
       CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE carrier = :id) THEN 1 ELSE 0 END AS carries,
       CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE id = :id AND ${IS_SECRET}) THEN 1 ELSE 0 END AS secret`,
  );
  const settleCarried = db.prepare<[OutboxState, OutboxId]>('UPDATE outbox SET state = ? WHERE carrier = ?');

  const untry = db.prepare<[OutboxId]>('UPDATE outbox SET tries = tries - 1 WHERE id = ?');

  function settleRow(id: OutboxId, state: OutboxState, sent: MessageRef | null = null): void {
    settle.run(state, sent, id);
    const { forgets, carries, secret } = settled.get({ id })!;
    if (carries) settleCarried.run(state, id);
    if (secret && state === 'sent') blankSecret(id);
    if (forgets) sweep();
  }

  return {
    claim(id) {
      const row = claim.run(id).changes === 1 ? claimed.get(id) : undefined;
      const posted = postedOf(row);
      const { lastThread, linkedTo, active } = row ?? {};
      return (
        posted && {
          ...posted,
          lastThread: lastThread ?? null,
          linkedTo: linkedTo ?? null,
          isPaused: active === 0,
        }
      );
    },
    release(id) {
      untry.run(id);
      settleRow(id, 'queued');
    },
    settle: settleRow,
  };
}

function waitingRows(db: Db): WaitingRows {
  const waiting = db.prepare<[OutboxId], QueuedRow>(
    `${unsettled(QUEUED)} WHERE ${UNSETTLED} AND state = 'queued' AND carrier IS NULL AND id > ? ORDER BY tries = 0, id`,
  );
  const waitingId = db.value<[OutboxId], OutboxId>(
    `${unsettled('SELECT id FROM outbox')} WHERE ${UNSETTLED} AND state = 'queued' AND carrier IS NULL AND id > ? ORDER BY id`,
  );
  const waitingById = db.prepare<[OutboxId], QueuedRow>(
    `${QUEUED} WHERE id = ? AND state = 'queued' AND carrier IS NULL`,
  );

  return {
    queuedAfter: (id) => waiting.all(id).map(queuedOf),
    queuedIdsAfter: (id) => waitingId.all(id),
    queued(id) {
      const row = waitingById.get(id);
      return row && queuedOf(row);
    },
  };
}
