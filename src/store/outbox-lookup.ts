import type { ChatRef, DistrictCode, Instant, MessageRef, OutboxId, UserRef } from '../domain/ids.ts';
import type { Db } from './db.ts';
import type { OutboxState, Posted, Refused } from './outbox.ts';
import {
  POSTED,
  type PostedRow,
  postedOf,
  type RefusedRow,
  refusedOf,
  UNSETTLED,
  unsettled,
} from './outbox-rows.ts';

/** Messages of the outbox, however far they are, and what became of them. */
export interface OutboxLookup {
  /** The messages that a message of ours answers; several where it gathers answers. */
  answeredBy(id: OutboxId): readonly MessageRef[];
  /** Rows that are in flight: after a start, those of a process that was killed while it sent them; their outcome is unknown. */
  unsettled(): readonly Posted[];
  /** A row, however far it is. */
  get(id: OutboxId): Posted | undefined;
  /** The latest form of a message of ours, by the platform's name for it. */
  bySent(ref: MessageRef): Posted | undefined;
  /** All its forms that are kept, the latest first. */
  formsOf(ref: MessageRef): readonly Posted[];
  /** The latest, or the form that it is about to get. */
  latestForm(ref: MessageRef): Posted | undefined;
  /** What was last said to somebody about their message until that moment. */
  toldUntil(sender: UserRef, answers: MessageRef, at: Instant): Posted | undefined;
  /** Messages of a chat that may be shown there under a name that nobody told: they are being sent, or were sent again. The newest first. */
  maybeCopied(chat: ChatRef): readonly Posted[];
  /** Scheduled messages since then that a kecamatan's groups did not take, the newest first. */
  refused(district: DistrictCode, since: Instant): readonly Refused[];
  /** How many rows there are in each state but `sent`: the others are few. */
  counts(): Partial<Record<Exclude<OutboxState, 'sent'>, number>>;
  /** The chat's last message that gathers open requests, if it was written since then. */
  lastRequests(chat: ChatRef, since: Instant): Posted | undefined;
  /** The last one that arrived there as a message of its own, as it was then: nobody is notified of its edits. */
  lastRequestsPosted(chat: ChatRef, since: Instant): Posted | undefined;
  /** Messages in a chat since then that show an area, the newest first, as far as is looked back. */
  shownSince(chat: ChatRef, since: Instant): readonly Posted[];
}

/** So many messages that show an area are looked through for the last list. */
const LOOKED_BACK = 20;
/** The name of a message that one of the bot's WhatsApp numbers has sent. */
const OWN_ID = /^whatsapp:.*:bot:(\w+)$/;

export function outboxLookup(db: Db): OutboxLookup {
  const byId = db.prepare<[OutboxId], PostedRow>(`${POSTED} WHERE id = ?`);
  const bySent = db.prepare<[MessageRef], PostedRow>(`${POSTED} WHERE sent_ref = ? ORDER BY id DESC LIMIT 1`);
  const forms = db.prepare<[MessageRef], PostedRow>(`${POSTED} WHERE sent_ref = ? ORDER BY id DESC`);
  // WhatsApp's name for a message is kept before it is sent.
  const sentFor = db.value<[string], string>('SELECT key FROM whatsapp_sent WHERE id = ?');
  const unsettledEdit = db.prepare<[MessageRef], PostedRow>(
    `${POSTED} WHERE ${UNSETTLED} AND edits = ? ORDER BY id DESC LIMIT 1`,
  );
  const sending = db.prepare<[], PostedRow>(
    `${unsettled(POSTED)} WHERE ${UNSETTLED} AND state = 'sending' AND carrier IS NULL ORDER BY id`,
  );
  const sendingIn = db.prepare<[ChatRef], PostedRow>(
    `${unsettled(POSTED)} WHERE ${UNSETTLED} AND state = 'sending' AND chat = ?`,
  );
  const doubtedIn = db.prepare<[ChatRef], PostedRow>(
    `${POSTED.replace('FROM outbox', 'FROM outbox INDEXED BY outbox_doubted')} WHERE doubted = 1 AND chat = ?`,
  );
  const answered = db.value<{ id: OutboxId }, MessageRef>(
    `SELECT answers FROM outbox WHERE (id = :id OR carrier = :id) AND answers IS NOT NULL ORDER BY id`,
  );
  const toldUntil = db.prepare<[UserRef, MessageRef, Instant], PostedRow>(
    `${POSTED} WHERE sender = ? AND answers = ? AND at <= ? AND sent_ref IS NOT NULL ORDER BY id DESC LIMIT 1`,
  );
  const refused = db.prepare<[DistrictCode, Instant], RefusedRow>(
    `SELECT chat, title, at, refusal, state, content, context FROM outbox JOIN chat ON ref = chat
     WHERE district = ? AND outbox.area = district AND refusal IS NOT NULL AND scheduled = 1 AND state IN ('queued', 'failed') AND at >= ?
     ORDER BY id DESC LIMIT 5`,
  );
  const counts = db.prepare<[], { state: Exclude<OutboxState, 'sent'>; n: number }>(
    `SELECT state, count(*) AS n FROM outbox WHERE ${UNSETTLED} GROUP BY state
     UNION ALL SELECT state, count(*) AS n FROM outbox WHERE state IN ('failed', 'doubtful') GROUP BY state`,
  );
  // A group that was linked elsewhere since shows its list no more.
  const LIST = `chat = ? AND at >= ? AND context LIKE '%"requests":true%'
     AND area IS NOT DISTINCT FROM (SELECT district FROM chat WHERE ref = outbox.chat)`;
  const requests = db.prepare<[ChatRef, Instant], PostedRow>(
    `${POSTED} WHERE ${LIST} ORDER BY id DESC LIMIT 1`,
  );
  const requestsPosted = db.prepare<[ChatRef, Instant], PostedRow>(
    `${POSTED} WHERE ${LIST} AND edits IS NULL AND state = 'sent' ORDER BY id DESC LIMIT 1`,
  );
  const shown = db.prepare<[ChatRef, Instant], PostedRow>(
    `${POSTED} WHERE chat = ? AND at >= ? AND context LIKE '%"area":%' ORDER BY id DESC LIMIT ${LOOKED_BACK}`,
  );

  function byOwnId(ref: MessageRef): PostedRow | undefined {
    const [, id] = OWN_ID.exec(ref) ?? [];
    const key = id && sentFor.get(id);
    const row = key && byId.get(Number.parseInt(key, 10) as OutboxId);
    return row ? { ...row, sentRef: ref } : undefined;
  }

  return {
    answeredBy: (id) => answered.all({ id }),
    toldUntil: (sender, answers, at) => postedOf(toldUntil.get(sender, answers, at)),
    unsettled: () => sending.all().map((row) => postedOf(row)!),
    get: (id) => postedOf(byId.get(id)),
    bySent: (ref) => postedOf(bySent.get(ref) ?? byOwnId(ref)),
    formsOf: (ref) => forms.all(ref).map((row) => postedOf(row)!),
    latestForm: (ref) => postedOf(unsettledEdit.get(ref) ?? bySent.get(ref)),
    maybeCopied: (chat) =>
      [...sendingIn.all(chat), ...doubtedIn.all(chat)]
        .sort((one, other) => other.id - one.id)
        .map((row) => postedOf(row)!),
    refused: (district, since) => refused.all(district, since).map(refusedOf),
    counts: () => Object.fromEntries(counts.all().map(({ state, n }) => [state, n])),
    lastRequests: (chat, since) => postedOf(requests.get(chat, since)),
    lastRequestsPosted: (chat, since) => postedOf(requestsPosted.get(chat, since)),
    shownSince: (chat, since) => shown.all(chat, since).map((row) => postedOf(row)!),
  };
}
