import { addDays } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { Instant, LocalDate, VillageCode } from '../../domain/ids.ts';
import {
  hasReported,
  isComplete,
  lacking,
  lackingAlike,
  type RecapTable,
  type RecapVillage,
} from '../../domain/progress.ts';
import { isHead, isReporter } from '../../domain/roles.ts';
import { numberOf, UNITS, type Unit } from '../../domain/units.ts';
import type { Chat } from '../../store/chats.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { MessageTx } from '../../store/tx.ts';
import type { Content } from '../../text/content.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { daysLeft, lackingWords } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { knownIn, nameIn } from '../members/mentions.ts';
import { recapTable } from '../recap/snapshot.ts';
import { type Slot, slotsBetween } from './slots.ts';

/** Whom a reminder names for a village; `who` notifies them where the platform knows them. */
interface Head {
  readonly name: string;
  readonly who: Markup;
}

/** Where more groups of villages lack something else each, units are told by their numbers: names would take two screens. */
const MOST_IN_WORDS = 4;

/**
 * The reminder: what to do and the days left, then each village that lacks something with exactly the units it lacks and its
 * head. Villages that lack the same share a line, so that it stays within one screen of a phone.
 */
function reminderContent(recap: RecapTable, heads: ReadonlyMap<VillageCode, Head>): Content {
  const names = (villages: readonly RecapVillage[]) =>
    join(
      villages.map(({ code, name }) => {
        const village = literal(name);
        const head = heads.get(code);
        if (!head) return say('reminder-village-nobody', { village });
        // Many call themselves "Kades Petani": that says the village too.
        const isSaid = head.name.toLowerCase().includes(name.toLowerCase());
        return isSaid ? head.who : say('reminder-village', { village, who: head.who });
      }),
    );
  const silent = recap.villages.filter((village) => !hasReported(village));
  const groups = lackingAlike(recap.villages);
  const inNumbers = groups.length > MOST_IN_WORDS;
  const rows = groups.map(({ units, villages }) => {
    const some = units.length < UNITS.length;
    const told = inNumbers && some ? literal(units.map(numberOf).join(' ')) : lackingWords(units);
    return say('reminder-row', { villages: names(villages), units: told });
  });
  return {
    text: lines(
      say('reminder-reply'),
      daysLeft(recap.deadline, recap.daysLeft),
      rows.length > 0 && say('reminder-lacking'),
      ...rows,
      inNumbers && say('help-units'),
      silent.length > 0 && say('reminder-silent', { villages: names(silent) }),
    ),
  };
}

/** The units that a reminder lists, by village: a reply to it is about these. */
const listedUnits = (recap: RecapTable): Readonly<Record<VillageCode, readonly Unit[]>> =>
  Object.fromEntries(
    recap.villages
      .map(({ code, units }) => [code, lacking(units)] as const)
      .filter(([, units]) => units.length > 0),
  );

/** The reminder of a group now, and what a reply to it is about; undefined when nothing is lacking. */
export function reminderFor(
  tx: MessageTx,
  chat: Pick<Chat, 'ref'>,
  here: DistrictScope,
  now: Instant,
): { readonly content: Content; readonly context: PromptContext } | undefined {
  const recap = recapTable(tx, here, now);
  if (isComplete(recap)) return undefined;
  const holders = tx.people.holders(here.area.code).filter((role) => isReporter(role.kind));
  const heads = new Map<VillageCode, Head>();
  for (const code of new Set(holders.map(({ area }) => area as VillageCode))) {
    const own = holders.filter(({ area }) => area === code);
    const leading = own.filter(({ kind }) => isHead(kind));
    const [first] = knownIn(tx, leading.length > 0 ? leading : own, chat.ref);
    heads.set(code, { name: first!.name, who: nameIn(tx, first!, chat.ref) });
  }
  return { content: reminderContent(recap, heads), context: { listed: listedUnits(recap) } };
}

/** The slots ahead, from tomorrow to the deadline. */
export const slotsAhead = (
  here: DistrictScope,
  reminderDays: readonly number[],
  today: LocalDate,
): readonly Slot[] =>
  slotsBetween(addDays(today, 1), here.opened.deadline, here.opened.deadline, reminderDays);

/** The first recap that goes out from tomorrow on when the deadline is over: the closing one, or that of a week. */
export function recapAfterDeadline(here: DistrictScope, today: LocalDate): Slot | undefined {
  const { deadline } = here.opened;
  const from = addDays(today > deadline ? today : deadline, 1);
  return slotsBetween(from, addDays(from, 7), deadline, []).find(
    ({ kind }) => kind === 'closing' || kind === 'weekly',
  );
}
