import type {
  ChatRef,
  DistrictCode,
  Instant,
  MessageRef,
  OutboxId,
  PersonId,
  UserRef,
  VillageCode,
} from '../domain/ids.ts';
import type { Db } from './database.ts';

export interface HeldReport {
  readonly message: MessageRef;
  readonly district: DistrictCode;
  /** The village that it names; null where it named none. */
  readonly village: VillageCode | null;
  readonly chat: ChatRef;
  readonly text: string;
  readonly at: Instant;
}

/** What happens once, or so many times: messages taken, slots of the schedule, invitations, hints, held reports. */
export function once(db: Db) {
  const seen = db.prepare<[MessageRef], 1>('SELECT 1 FROM inbox WHERE ref = ?').pluck();
  const take = db.prepare<[MessageRef, Instant]>('INSERT OR IGNORE INTO inbox (ref, at) VALUES (?, ?)');
  const dealt = db.prepare<[MessageRef, Instant, string]>(
    'INSERT INTO inbox (ref, at, words) VALUES (?, ?, ?) ON CONFLICT (ref) DO UPDATE SET words = excluded.words',
  );
  const said = db.prepare<[MessageRef], string | null>('SELECT words FROM inbox WHERE ref = ?').pluck();
  const slot = db.prepare<[string], string>('SELECT outcome FROM slot WHERE key = ?').pluck();
  const mark = db.prepare<[string, Instant, string]>(
    'INSERT OR IGNORE INTO slot (key, at, outcome) VALUES (?, ?, ?)',
  );
  const hinted = db.prepare<[UserRef], Instant>('SELECT at FROM hint WHERE user = ?').pluck();
  const hint = db.prepare<[UserRef, Instant]>('INSERT OR REPLACE INTO hint (user, at) VALUES (?, ?)');
  const invite = db.prepare<[string, DistrictCode, 0 | 1, Instant]>(
    'INSERT INTO invitation (hash, district, further, expires_at) VALUES (?, ?, ?, ?)',
  );
  const invited = db.prepare<[string, Instant], { district: DistrictCode; further: 0 | 1 }>(
    'SELECT district, further FROM invitation WHERE hash = ? AND used_at IS NULL AND expires_at > ?',
  );
  const use = db.prepare<[Instant, string]>('UPDATE invitation SET used_at = ? WHERE hash = ?');
  const wrong = db.prepare<[UserRef, Instant]>('INSERT INTO wrong_code (user, at) VALUES (?, ?)');
  const wrongs = db
    .prepare<[UserRef, Instant], number>('SELECT count(*) FROM wrong_code WHERE user = ? AND at > ?')
    .pluck();
  const hold = db.prepare<[HeldReport & { person: PersonId }]>(
    `INSERT OR REPLACE INTO held_report (message, person, district, village, chat, text, at)
     VALUES (:message, :person, :district, :village, :chat, :text, :at)`,
  );
  const held = db.prepare<[PersonId, DistrictCode], HeldReport>(
    `SELECT message, district, village, chat, text, at FROM held_report
     WHERE person = ? AND district = ? ORDER BY at`,
  );
  const release = db.prepare<[MessageRef]>('DELETE FROM held_report WHERE message = ?');

  const openQuestion = db.prepare<[UserRef, ChatRef, OutboxId, Instant]>(
    'INSERT OR REPLACE INTO open_question (user, chat, outbox, at) VALUES (?, ?, ?, ?)',
  );
  const question = db.prepare<[UserRef, ChatRef], { outbox: OutboxId; at: Instant }>(
    'SELECT outbox, at FROM open_question WHERE user = ? AND chat = ?',
  );
  const closeQuestion = db.prepare<[UserRef, ChatRef]>(
    'DELETE FROM open_question WHERE user = ? AND chat = ?',
  );

  return {
    /** Notes the question that a person's next message in this chat may answer. */
    openQuestion: (user: UserRef, chat: ChatRef, outbox: OutboxId, at: Instant): void => {
      openQuestion.run(user, chat, outbox, at);
    },
    /** Takes that question out, whatever the message says. */
    takeQuestion(
      user: UserRef,
      chat: ChatRef,
    ): { readonly outbox: OutboxId; readonly at: Instant } | undefined {
      const open = question.get(user, chat);
      if (open) closeQuestion.run(user, chat);
      return open;
    },

    seen: (ref: MessageRef): boolean => seen.get(ref) === 1,
    /** Notes a message as dealt with; false when it was before. */
    take: (ref: MessageRef, at: Instant): boolean => take.run(ref, at).changes === 1,

    /** Notes a message as dealt with, and what it said: a digest of its words. */
    dealtWith: (ref: MessageRef, at: Instant, words: string): void => {
      dealt.run(ref, at, words);
    },
    /** The digest of what a message said last, if it was dealt with. */
    said: (ref: MessageRef): string | undefined => said.get(ref) ?? undefined,

    /** What became of a slot of the schedule, undefined while it is open. */
    slot: (key: string): string | undefined => slot.get(key),
    /** Closes a slot; false when it was closed before. */
    closeSlot: (key: string, outcome: 'sent' | 'missed' | 'off', at: Instant): boolean =>
      mark.run(key, at, outcome).changes === 1,

    lastHint: (user: UserRef): Instant | undefined => hinted.get(user),
    hint: (user: UserRef, at: Instant): void => {
      hint.run(user, at);
    },

    invite: (hash: string, district: DistrictCode, further: boolean, expiresAt: Instant): void => {
      invite.run(hash, district, further ? 1 : 0, expiresAt);
    },
    /** What an unused and unexpired invitation is for. */
    invited: (hash: string, at: Instant) => invited.get(hash, at),
    useInvitation: (hash: string, at: Instant): void => {
      use.run(at, hash);
    },
    wrongCode: (user: UserRef, at: Instant): void => {
      wrong.run(user, at);
    },
    wrongCodesSince: (user: UserRef, at: Instant): number => wrongs.get(user, at)!,

    hold: (report: HeldReport, person: PersonId): void => {
      hold.run({ ...report, person });
    },
    /** What a person reported in a kecamatan before any role was approved there. */
    held: (person: PersonId, district: DistrictCode): readonly HeldReport[] => held.all(person, district),
    release: (message: MessageRef): void => {
      release.run(message);
    },
  };
}
