import { type ChatRef, type Instant, platformOf } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { type Allowance, createTokenBuckets } from '../domain/token-bucket.ts';

/** What answers are taken from. Looking things up leaves the `reserve` to what keeps or changes something. */
interface Pot extends Allowance {
  readonly name: string;
  readonly reserve: number;
  readonly of: 'moment' | 'day';
  /** It is filled for many, who use it for looking things up alone. */
  readonly shared?: true;
}

type Limit = Omit<Pot, 'name'>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Nobody reaches these by hand. The pace of one group is 12 to 20 messages a minute, which all of its members share. */
const WITH_A_ROLE: Limit = { burst: 60, everyMs: 3 * SECOND_MS, reserve: 20, of: 'moment' };
const WITHOUT: Limit = { burst: 16, everyMs: 10 * SECOND_MS, reserve: 4, of: 'moment' };
/** Of all people without a role in one group together, or of all who write privately on one platform. */
const ALL_WITHOUT: Limit = { burst: 80, everyMs: 3 * SECOND_MS, reserve: 0, of: 'moment', shared: true };

/** Of one person in 24 hours, where a day's messages are counted: 246 of the 700 of a WhatsApp number, which all its groups share. */
const IN_A_DAY: Limit = { burst: 150, everyMs: 15 * MINUTE_MS, reserve: 30, of: 'day' };
/** Of one person without a role, and of all of them together, of the 300 that a number has for them. */
const WITHOUT_IN_A_DAY: Limit = { burst: 30, everyMs: 60 * MINUTE_MS, reserve: 6, of: 'day' };
const ALL_WITHOUT_IN_A_DAY: Limit = {
  burst: 100,
  everyMs: 20 * MINUTE_MS,
  reserve: 0,
  of: 'day',
  shared: true,
};
/** Of all who ask for a role in one kecamatan, of what the groups have; what they are told beyond it is of what strangers have. */
const APPLICANTS_IN_A_DAY: Allowance = { burst: 60, everyMs: 30 * MINUTE_MS };

/** Answers of one person that go out before what others look up; further ones wait behind what others report. */
const AHEAD: Allowance = { burst: 10, everyMs: 6 * SECOND_MS };
/** How often somebody is told that a budget is spent. */
const TOLD = {
  moment: { burst: 1, everyMs: 10 * MINUTE_MS },
  day: { burst: 1, everyMs: 24 * 60 * MINUTE_MS },
} as const;
/** How many people are told that what they share is spent: many accounts cost nobody anything further. */
const TOLD_OF_SHARED = {
  moment: { burst: 20, everyMs: MINUTE_MS },
  day: { burst: 20, everyMs: 60 * MINUTE_MS },
} as const;
/** What one message queues counts as so many at most: a decision may concern hundreds of groups. */
const MOST_COUNTED = 40;

/** What an answer is for: looking something up, or what keeps or changes something. */
export type Use = 'lookup' | 'deed';

/** Why there is no answer: so much was said by one person, or by all without a role, at this moment or in this day. */
export interface Spent {
  readonly of: 'moment' | 'day';
  readonly shared: boolean;
}

/** What the answers to one message are taken from. */
export interface Budget {
  /** Undefined while an answer may be given. */
  spent(use: Use): Spent | undefined;
  /** Whether an answer to this person may go before what others look up. */
  isAhead(): boolean;
  /** Whether people without a role who ask for one in an area have not used up yet what they share of a day's messages. */
  hasRoomFor(area: string): boolean;
  /** Notes how many messages were queued for this one; `area`: where its sender asks for a role. */
  take(use: Use, messages: number, area?: string): void;
  /** Notes that its sender is told of a budget that is spent; false where that was said lately. */
  tell(spent: Spent): boolean;
}

/** Keeps one person, or many without a role, from using up a pace that everybody shares. */
export function createBudgets() {
  const buckets = createTokenBuckets();

  return {
    /**
     * What somebody's answers in a chat are taken from; of people without a role also what they share. `account`: the account of the bot
     * whose messages of a day are counted together there.
     */
    of(
      { account: by, roles }: Actor,
      chat: ChatRef,
      chatKind: 'private' | 'group',
      now: Instant,
      account?: string,
    ): Budget {
      const own = by?.refs[0] ?? `${chat} anonymous`;
      const pots = potsOf(own, roles.length > 0, chatKind === 'group' ? chat : platformOf(chat), account);
      return {
        spent(use) {
          const spent = pots.find(({ name, reserve, shared, ...allowance }) => {
            if (use === 'deed' && shared) return false;
            return buckets.left(name, allowance, now) <= (use === 'lookup' ? reserve : 0);
          });
          return spent && { of: spent.of, shared: spent.shared === true };
        },
        isAhead: () => buckets.left(`${own} ahead`, AHEAD, now) > 0,
        hasRoomFor: (area) =>
          account === undefined || buckets.left(applicantsOf(account, area), APPLICANTS_IN_A_DAY, now) > 0,
        take(use, messages, area) {
          if (account !== undefined && area !== undefined)
            buckets.take(applicantsOf(account, area), APPLICANTS_IN_A_DAY, now, messages);
          const counted = Math.min(messages, MOST_COUNTED);
          for (const pot of pots)
            if (use === 'lookup' || !pot.shared) buckets.take(pot.name, pot, now, counted);
          buckets.take(`${own} ahead`, AHEAD, now, counted);
        },
        tell({ of, shared }) {
          const pot = pots.find((each) => each.shared && each.of === of);
          const told = [
            { name: `${own} told of the ${of}`, allowance: TOLD[of] },
            ...(shared && pot ? [{ name: `${pot.name} told`, allowance: TOLD_OF_SHARED[of] }] : []),
          ];
          if (told.some(({ name, allowance }) => buckets.left(name, allowance, now) < 1)) return false;
          for (const { name, allowance } of told) buckets.take(name, allowance, now);
          return true;
        },
      };
    },
  };
}

const applicantsOf = (account: string, area: string): string => `${account} applicants of ${area}`;

/** What lasts longer comes first: it is what somebody has to be told of. */
function potsOf(own: string, hasRole: boolean, place: string, account: string | undefined): readonly Pot[] {
  const ofDay = (limit: Limit, name: string): readonly Pot[] =>
    account === undefined ? [] : [{ ...limit, name }];
  return hasRole
    ? [...ofDay(IN_A_DAY, `${own} day`), { ...WITH_A_ROLE, name: own }]
    : [
        ...ofDay(WITHOUT_IN_A_DAY, `${own} day`),
        { ...WITHOUT, name: own },
        ...ofDay(ALL_WITHOUT_IN_A_DAY, `${account} all day`),
        { ...ALL_WITHOUT, name: `${place} all` },
      ];
}
