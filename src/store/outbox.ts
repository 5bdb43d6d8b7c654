import type {
  AreaCode,
  ChatRef,
  DistrictCode,
  Instant,
  MessageRef,
  OutboxId,
  UserRef,
  VillageCode,
} from '../domain/ids.ts';
import { parseJson } from '../domain/json.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Status, Unit } from '../domain/units.ts';
import type { Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';
import type { Db } from './db.ts';
import { outboxErasure } from './outbox-erasure.ts';
import {
  type NewRow,
  newRow,
  POSTED,
  type PostedRow,
  postedOf,
  QUEUED,
  type QueuedRow,
  queuedOf,
  UNSETTLED,
  unsettled,
} from './outbox-rows.ts';

/** What a message is about, so that a reply to it is understood. */
export interface PromptContext {
  /** The one village whose checklist or question it is. */
  readonly about?: VillageCode;
  /** The units that a reminder listed, by village. */
  readonly listed?: Readonly<Record<VillageCode, readonly Unit[]>>;
  /** Further messages that it answers: what they recorded is reversed with it. */
  readonly answersToo?: readonly MessageRef[];
  /** It shows the units with a button each. */
  readonly checklist?: true;
  /** It asks which units have that status. */
  readonly picked?: Status;
  /** It asks about somebody else's words: whatever is answered is no report yet. */
  readonly forwarded?: true;
  /** What was said before a kecamatan was chosen. */
  readonly words?: string;
  /** The command that shows it again, as things stand then. */
  readonly again?: string;
  /** The kecamatan, where the chat does not tell (private chats). */
  readonly district?: DistrictCode;
  /** The area that it shows the recap of. */
  readonly area?: AreaCode;
  /** The parts of that area in the order in which they are numbered: a reply with a number or a name shows that one. */
  readonly parts?: readonly AreaCode[];
  /** The command that shows it, where that is not the recap. */
  readonly drill?: 'belum';
  /** What it asks about, while only the newest question about that may be answered. */
  readonly topics?: readonly string[];
  /** A question that was answered, or overtaken by a newer one. */
  readonly closed?: true;
  /** The message that gathers a group's open requests for roles. */
  readonly requests?: true;
  /** It gathers answers to several messages: `answeredBy` gives these. */
  readonly gathered?: true;
  /** The message that gathers the answers of which one is to be chosen. */
  readonly amongThoseOf?: OutboxId;
}

/** Answers to reports and decisions, then to what somebody looks up, then to people without a role. */
export type Priority = 'report' | 'lookup' | 'stranger';

/** A message to be queued. */
export interface Outgoing {
  readonly to: ChatRef;
  readonly thread?: string | undefined;
  readonly content: Content;
  readonly context?: PromptContext | undefined;
  /** The only account whose press or answer counts, where it is meant for one person. */
  readonly asks?: UserRef | undefined;
  /** Whom it answers; what it says may repeat their words. */
  readonly sender?: UserRef | undefined;
  /** The message that this one answers; whatever that recorded can be reversed by replying to this. */
  readonly answers?: MessageRef | undefined;
  readonly quotes?: MessageRef | undefined;
  /** Shown instead of that message of ours. */
  readonly edits?: MessageRef | undefined;
  /** Stands for a plain confirmation where several are gathered: a line of its own, then lines that many have in common. */
  readonly brief?: Markup | undefined;
  /** The same for all its readers: it takes the place of what waits and says the same in the same place. */
  readonly shared?: true | undefined;
  /** What goes first where not everything can; reports by default. */
  readonly priority?: Priority | undefined;
  /** Sent by the schedule and not as an answer: it waits while quiet hours last, and is never sent again after an unknown outcome. */
  readonly scheduled?: true | undefined;
}

export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'doubtful';

/** A row that waits to be sent: as much of it as its order and its time depend on. */
export interface Queued {
  readonly id: OutboxId;
  readonly chat: ChatRef;
  readonly thread: string | null;
  readonly scheduled: boolean;
  readonly priority: Priority;
  /** The message that it answers. */
  readonly answers: MessageRef | null;
  /** It may be gathered with others. */
  readonly brief: boolean;
  /** It loses nothing by waiting for others, or for its own next form. */
  readonly patient: boolean;
  /** The kecamatan that its chat is linked to. */
  readonly district: DistrictCode | null;
  /** It carries a file. */
  readonly file: boolean;
}

/** A row of the outbox, as delivery and replies need it. */
export interface Posted {
  readonly id: OutboxId;
  readonly chat: ChatRef;
  readonly thread: string | null;
  readonly scheduled: boolean;
  readonly priority: Priority;
  /** Undefined once it was blanked, and where it is malformed. */
  readonly content: Content | undefined;
  readonly context: PromptContext;
  readonly asks: UserRef | null;
  readonly answers: MessageRef | null;
  readonly quotes: MessageRef | null;
  readonly edits: MessageRef | null;
  readonly brief: Markup | null;
  readonly state: OutboxState;
  readonly tries: number;
  /** An earlier try may have arrived. */
  readonly doubted: boolean;
  /** Why the platform refused the last try that it refused. */
  readonly refusal: Refusal | null;
  readonly sentRef: MessageRef | null;
  readonly at: Instant;
}

/** A scheduled message that a group did not take. */
export interface Refused {
  readonly chat: ChatRef;
  readonly title: string;
  readonly at: Instant;
  readonly refusal: Refusal;
  /** It is still tried again. */
  readonly waits: boolean;
  readonly about: 'reminder' | 'recap' | 'other';
}

/** Messages on their way out, kept after delivery as what replies and presses refer to. */
export interface Outbox {
  /** Queues a message, unless it is shared and waits already. An edit that waits takes the place of an unsent one of its message. */
  add(message: Outgoing, at: Instant): OutboxId;
  /** Queues a message that says what these say, and is what becomes of them: they are settled with it. */
  gather(message: Outgoing, ids: readonly OutboxId[], at: Instant): OutboxId;
  /** The messages that a message of ours answers; several where it gathers answers. */
  answeredBy(id: OutboxId): readonly MessageRef[];
  /** What waits to be sent, from after that row on: what was tried before, then the rest in the order of writing. */
  queuedAfter(id: OutboxId): readonly Queued[];
  /** The same one by one, where a damaged page keeps them from being read together. */
  queuedIdsAfter(id: OutboxId): readonly OutboxId[];
  /** One row, if it still waits. */
  queued(id: OutboxId): Queued | undefined;
  /** Notes that an earlier try may have arrived. */
  doubt(id: OutboxId): void;
  /** Rows that are in flight: after a start, those of a process that was killed while it sent them; their outcome is unknown. */
  unsettled(): readonly Posted[];
  /** A row, however far it is. */
  get(id: OutboxId): Posted | undefined;
  /** The latest form of a message of ours, by the platform's name for it. */
  bySent(ref: MessageRef): Posted | undefined;
  /** The same, or the form that it is about to get. */
  latestForm(ref: MessageRef): Posted | undefined;
  /** Notes that a row is in flight, before it is sent. */
  claim(id: OutboxId): void;
  /** Notes how a try ended, and the platform's name for the message where it was sent. */
  settle(id: OutboxId, state: OutboxState, sent?: MessageRef | null): void;
  /** Notes why the platform did not take it. */
  refuse(id: OutboxId, refusal: Refusal): void;
  /** Scheduled messages since then that a kecamatan's groups did not take, the newest first. */
  refused(district: DistrictCode, since: Instant): readonly Refused[];
  /** Gives a row other content, for its next try or for later readers. */
  replaceContent(id: OutboxId, content: Content): void;
  /** What the platform calls the files that were sent under this key. */
  uploads(key: string): readonly string[];
  /** Keeps what the platform calls the files, so that they go out again without an upload. */
  noteUploads(key: string, ids: readonly string[], at: Instant): void;
  /** Drops them: the platform no longer has those files. */
  forgetUploads(key: string): void;
  /** How many rows there are in each state but `sent`: the others are few. */
  counts(): Partial<Record<Exclude<OutboxState, 'sent'>, number>>;
  /** The chat's last message that gathers open requests, if it was written since then. */
  lastRequests(chat: ChatRef, since: Instant): Posted | undefined;
  /** The last one that arrived there as a message of its own, as it was then: nobody is notified of its edits. */
  lastRequestsPosted(chat: ChatRef, since: Instant): Posted | undefined;
}

export function outbox(db: Db): Outbox {
  const add = db.value<NewRow, OutboxId>(
    `INSERT INTO outbox (chat, thread, scheduled, priority, content, context, asks, sender, answers, quotes, edits, brief, state, at)
     VALUES (:chat, :thread, :scheduled, :priority, :content, :context, :asks, :sender, :answers, :quotes, :edits, :brief, 'queued', :at)
     RETURNING id`,
  );
  const queuedEdit = db.value<[MessageRef], OutboxId>(
    `SELECT id FROM outbox WHERE edits = ? AND ${UNSETTLED} AND state = 'queued' ORDER BY id DESC LIMIT 1`,
  );
  const waitingSame = db.value<NewRow, OutboxId>(
    `${unsettled('SELECT id FROM outbox')} WHERE ${UNSETTLED} AND state = 'queued' AND tries = 0 AND chat = :chat
     AND thread IS NOT DISTINCT FROM :thread AND content = :content`,
  );
  const takeOver = db.prepare<NewRow & { id: OutboxId }>(
    `UPDATE outbox SET content = :content, context = :context, asks = :asks, sender = :sender, answers = :answers,
     thread = :thread, at = :at WHERE id = :id`,
  );
  const replace = db.prepare<[string, OutboxId]>('UPDATE outbox SET content = ? WHERE id = ?');
  const waiting = db.prepare<[OutboxId], QueuedRow>(
    `${unsettled(QUEUED)} WHERE ${UNSETTLED} AND state = 'queued' AND carrier IS NULL AND id > ? ORDER BY tries = 0, id`,
  );
  const waitingId = db.value<[OutboxId], OutboxId>(
    `${unsettled('SELECT id FROM outbox')} WHERE ${UNSETTLED} AND state = 'queued' AND carrier IS NULL AND id > ? ORDER BY id`,
  );
  const waitingById = db.prepare<[OutboxId], QueuedRow>(
    `${QUEUED} WHERE id = ? AND state = 'queued' AND carrier IS NULL`,
  );
  const doubt = db.prepare<[OutboxId]>('UPDATE outbox SET doubted = 1 WHERE id = ?');
  const sending = db.prepare<[], PostedRow>(
    `${unsettled(POSTED)} WHERE ${UNSETTLED} AND state = 'sending' AND carrier IS NULL ORDER BY id`,
  );
  const byId = db.prepare<[OutboxId], PostedRow>(`${POSTED} WHERE id = ?`);
  const bySent = db.prepare<[MessageRef], PostedRow>(`${POSTED} WHERE sent_ref = ? ORDER BY id DESC LIMIT 1`);
  const unsettledEdit = db.prepare<[MessageRef], PostedRow>(
    `${POSTED} WHERE ${UNSETTLED} AND edits = ? ORDER BY id DESC LIMIT 1`,
  );
  const claim = db.prepare<[OutboxId]>(`UPDATE outbox SET state = 'sending', tries = tries + 1 WHERE id = ?`);
  const settle = db.prepare<[OutboxState, MessageRef | null, OutboxId]>(
    'UPDATE outbox SET state = ?, sent_ref = coalesce(?, sent_ref) WHERE id = ?',
  );
  const carry = db.prepare<[OutboxId, OutboxId]>('UPDATE outbox SET carrier = ? WHERE id = ?');
  const settleCarried = db.prepare<[OutboxState, OutboxId]>('UPDATE outbox SET state = ? WHERE carrier = ?');
  const answered = db.value<{ id: OutboxId }, MessageRef>(
    `SELECT answers FROM outbox WHERE (id = :id OR carrier = :id) AND answers IS NOT NULL ORDER BY id`,
  );
  const refuse = db.prepare<[Refusal, OutboxId]>('UPDATE outbox SET refusal = ? WHERE id = ?');
  const refused = db.prepare<[DistrictCode, Instant], Omit<Refused, 'waits'> & { waits: 0 | 1 }>(
    `SELECT chat, title, at, refusal, state = 'queued' AS waits,
       CASE WHEN NOT json_valid(context) OR NOT json_valid(content) THEN 'other'
            WHEN json_type(context, '$.listed') IS NOT NULL THEN 'reminder'
            WHEN json_type(content, '$.file') IS NOT NULL THEN 'recap' ELSE 'other' END AS about
     FROM outbox JOIN chat ON ref = chat
     WHERE district = ? AND refusal IS NOT NULL AND scheduled = 1 AND state IN ('queued', 'failed') AND at >= ?
     ORDER BY id DESC LIMIT 5`,
  );
  const erasure = outboxErasure(db);
  const counts = db.prepare<[], { state: Exclude<OutboxState, 'sent'>; n: number }>(
    `SELECT state, count(*) AS n FROM outbox WHERE ${UNSETTLED} GROUP BY state
     UNION ALL SELECT state, count(*) AS n FROM outbox WHERE state IN ('failed', 'doubtful') GROUP BY state`,
  );
  const requests = db.prepare<[ChatRef, Instant], PostedRow>(
    `${POSTED} WHERE chat = ? AND at >= ? AND context LIKE '%"requests":true%' ORDER BY id DESC LIMIT 1`,
  );
  const requestsPosted = db.prepare<[ChatRef, Instant], PostedRow>(
    `${POSTED} WHERE chat = ? AND at >= ? AND context LIKE '%"requests":true%' AND edits IS NULL AND state = 'sent'
     ORDER BY id DESC LIMIT 1`,
  );

  const uploaded = db.value<[string], string>('SELECT ids FROM upload WHERE key = ?');
  const upload = db.prepare<[string, string, Instant]>(
    `INSERT INTO upload (key, ids, at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET ids = excluded.ids, at = excluded.at`,
  );
  const forgetUpload = db.prepare<[string]>('DELETE FROM upload WHERE key = ?');

  return {
    add(message, at) {
      const row = newRow(message, at);
      const unsent = message.edits && queuedEdit.get(message.edits);
      if (unsent !== undefined) {
        takeOver.run({ ...row, id: unsent });
        return unsent;
      }
      const same = message.shared && waitingSame.get(row);
      if (same !== undefined) return same;
      return add.get(row)!;
    },

    gather(message, ids, at) {
      const id = add.get(newRow(message, at))!;
      for (const each of ids) carry.run(id, each);
      return id;
    },
    answeredBy: (id) => answered.all({ id }),

    queuedAfter: (id) => waiting.all(id).map(queuedOf),
    queuedIdsAfter: (id) => waitingId.all(id),
    queued(id) {
      const row = waitingById.get(id);
      return row && queuedOf(row);
    },
    doubt: (id) => {
      doubt.run(id);
    },
    unsettled: () => sending.all().map((row) => postedOf(row)!),
    get: (id) => postedOf(byId.get(id)),
    bySent: (ref) => postedOf(bySent.get(ref)),
    latestForm: (ref) => postedOf(unsettledEdit.get(ref) ?? bySent.get(ref)),
    claim: (id) => {
      claim.run(id);
    },
    settle: (id, state, sent = null) => {
      settle.run(state, sent, id);
      settleCarried.run(state, id);
      erasure.sweep();
    },
    refuse: (id, refusal) => {
      refuse.run(refusal, id);
    },
    refused: (district, since) =>
      refused.all(district, since).map((row) => ({ ...row, waits: row.waits === 1 })),
    replaceContent: (id, content) => {
      replace.run(JSON.stringify(content), id);
    },
    uploads(key) {
      const ids = parseJson(uploaded.get(key));
      return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : [];
    },
    noteUploads: (key, ids, at) => {
      upload.run(key, JSON.stringify(ids), at);
    },
    forgetUploads: (key) => {
      forgetUpload.run(key);
    },
    counts: () => Object.fromEntries(counts.all().map(({ state, n }) => [state, n])),
    lastRequests: (chat, since) => postedOf(requests.get(chat, since)),
    lastRequestsPosted: (chat, since) => postedOf(requestsPosted.get(chat, since)),
  };
}
