import { type Acts, acts } from './acts.ts';
import { type Chats, chats } from './chats.ts';
import { type ClockWatch, clockWatch } from './clock-watch.ts';
import { type Counters, type CountersReader, counters } from './counters.ts';
import type { Db } from './db.ts';
import { type DeadLetters, deadLetters } from './dead-letters.ts';
import { type Erasure, erasure } from './erasure.ts';
import { type HeldReports, heldReports } from './held-reports.ts';
import { type Hints, hints } from './hints.ts';
import { type Inbox, inbox } from './inbox.ts';
import { type Invitations, invitations } from './invitations.ts';
import { type Ledger, type LedgerReader, ledger } from './ledger.ts';
import { type LinkedGroups, linkedGroups } from './linked-groups.ts';
import { type Outbox, outbox } from './outbox.ts';
import { type PendingQuestions, pendingQuestions } from './pending-questions.ts';
import { type People, people } from './people.ts';
import { type Questions, questions } from './questions.ts';
import { type Retention, retention } from './retention.ts';
import { type Slots, slots } from './slots.ts';

/** Everything that is remembered, by what it is about. */
export interface Repositories {
  readonly acts: Acts;
  readonly chats: Chats;
  readonly clockWatch: ClockWatch;
  readonly counters: Counters;
  readonly deadLetters: DeadLetters;
  readonly erasure: Erasure;
  readonly heldReports: HeldReports;
  readonly hints: Hints;
  readonly inbox: Inbox;
  readonly invitations: Invitations;
  readonly ledger: Ledger;
  readonly linkedGroups: LinkedGroups;
  readonly outbox: Outbox;
  readonly pendingQuestions: PendingQuestions;
  readonly people: People;
  readonly questions: Questions;
  readonly retention: Retention;
  readonly slots: Slots;
}

/** What a transaction reads and writes. It may be used only until its transaction ends. */
export type Tx = Repositories;

/**
 * What the answer to a message reads and writes; it cannot reach delivery or retention. The ledger can only be read here:
 * `features/reports/record.ts` writes it.
 */
export interface MessageTx
  extends Pick<
    Tx,
    'acts' | 'chats' | 'erasure' | 'heldReports' | 'hints' | 'invitations' | 'people' | 'slots'
  > {
  readonly counters: CountersReader;
  readonly inbox: Pick<Inbox, 'answers' | 'momentsOf' | 'partOf' | 'saidAt' | 'takenAt'>;
  readonly ledger: LedgerReader;
  readonly outbox: Pick<
    Outbox,
    'answeredBy' | 'get' | 'lastRequests' | 'lastRequestsPosted' | 'refused' | 'replaceContent'
  >;
  readonly questions: Pick<Questions, 'about'>;
}

export function repositories(db: Db): Repositories {
  const counted = counters(db);
  return {
    acts: acts(db),
    chats: chats(db),
    clockWatch: clockWatch(db),
    counters: counted,
    deadLetters: deadLetters(db),
    erasure: erasure(db),
    heldReports: heldReports(db),
    hints: hints(db),
    inbox: inbox(db),
    invitations: invitations(db),
    ledger: ledger(db, counted),
    linkedGroups: linkedGroups(db),
    outbox: outbox(db),
    pendingQuestions: pendingQuestions(db),
    people: people(db),
    questions: questions(db),
    retention: retention(db),
    slots: slots(db),
  };
}
