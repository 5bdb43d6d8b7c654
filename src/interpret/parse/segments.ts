import {
  ASSERTING_TAGS,
  holds,
  isBreak,
  isStatusTag,
  isUnitTag,
  kinds,
  saysNothing,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import { MEANT } from '../words/cues/talk.ts';
import { wordSet } from '../words/tables.ts';
import type { Line } from './lines.ts';

/** How a segment goes on from what was said before. */
export type Lead = 'but' | 'next' | 'correction' | 'because';

/** A piece of a line that holds one thought: nothing in it divides but commas. */
export interface Segment {
  readonly tags: readonly Tag[];
  readonly lead: Lead | undefined;
}

const LEADS: readonly Lead[] = ['but', 'next', 'correction', 'because'];
const isLead = (is: TagKind): is is Lead => LEADS.some((lead) => lead === is);

/** What stands between two thoughts. */
export const DIVIDES: ReadonlySet<TagKind> = new Set(['stop', 'asks', ...LEADS]);
const PAUSES: ReadonlySet<TagKind> = new Set(['comma', 'open', 'close']);
const BETWEEN_NAMES: ReadonlySet<TagKind> = new Set(['and', 'comma', 'desa', 'at', 'filler']);

const OTHER_MATTERS = kinds('unknown', 'matter', 'measure', 'at');
const SETS_APART: ReadonlySet<TagKind> = new Set(['plan', 'unsure']);

const meant = wordSet(MEANT);

const says = (tag: Tag | undefined): boolean => isUnitTag(tag) || isStatusTag(tag) || tag?.is === 'also';

/** A segment that is being cut, and what it holds so far: all of it, and since the last pause. */
interface Cut {
  readonly tags: Tag[];
  readonly lead: Lead | undefined;
  says: boolean;
  names: boolean;
  paused: number;
  saysSincePause: boolean;
  namesSincePause: boolean;
}

const startCut = (lead?: Lead): Cut => ({
  tags: [],
  lead,
  says: false,
  names: false,
  paused: 0,
  saysSincePause: false,
  namesSincePause: false,
});

const addTo = (cut: Cut, tag: Tag): void => {
  cut.tags.push(tag);
  if (PAUSES.has(tag.is)) {
    cut.paused = cut.tags.length;
    cut.saysSincePause = false;
    cut.namesSincePause = false;
  }
  const names = tag.is === 'village';
  cut.says ||= says(tag);
  cut.names ||= names;
  cut.saysSincePause ||= says(tag);
  cut.namesSincePause ||= names;
};

const asserts = ({ is }: Tag): boolean => ASSERTING_TAGS.has(is);

/** "Klinik sudah ada di Petani, Bumbung belum": what is said behind the second name is said of it alone. */
const hasOwnStatus = ({ tags }: Cut, after: readonly Tag[]): boolean => {
  const beyond = after.find((tag) => !asserts(tag) && !saysNothing(tag));
  return (
    tags.at(-1)?.is === 'comma' &&
    tags.some(asserts) &&
    isBreak(beyond) &&
    after[0] !== undefined &&
    asserts(after[0])
  );
};

/** "Pamesi kantor sudah, Bumbung …": another village begins a thought; units just named before it belong to it. */
const cutAtVillage = (cut: Cut, village: Tag, after: readonly Tag[]): Cut => {
  // "Bumbung menyusul Petani", "Bumbung bukan Petani": of which of them, nobody can tell.
  const isSetApart = SETS_APART.has(cut.tags.at(-1)?.is ?? 'line');
  const isListed =
    isSetApart ||
    (cut.tags.slice(-3).findLast(({ is }) => !BETWEEN_NAMES.has(is))?.is === 'village' &&
      !hasOwnStatus(cut, after));
  if (!cut.names || !cut.says || isListed) {
    addTo(cut, village);
    return cut;
  }
  const next = startCut();
  if (cut.saysSincePause && !cut.namesSincePause)
    for (const tag of cut.tags.splice(cut.paused)) addTo(next, tag);
  addTo(next, village);
  return next;
};

/** "Salah, apotek maksudnya": it ends the correction that it stands behind, and begins none. */
const endsCorrection = ({ lead, says }: Cut, { text }: Tag, next: Tag | undefined): boolean =>
  lead === 'correction' && says && meant.has(text) && (isBreak(next) || saysNothing(next!));

/** Cuts a line where a new thought begins: at full stops, "tapi", "ralat", "untuk klinik …", at another village. */
export const segmentsOf = ({ tags }: Line): Segment[] => {
  const cuts = [startCut()];
  for (const [at, tag] of tags.entries()) {
    const cut = cuts.at(-1)!;
    if (tag.is === 'village') {
      const next = cutAtVillage(cut, tag, tags.slice(at + 1));
      if (next !== cut) cuts.push(next);
    } else if (tag.is === 'topic' && cut.says && tags[at - 1]?.is !== 'plea' && isUnitTag(tags[at + 1]))
      cuts.push(startCut());
    else if (tag.is === 'colon' && !cut.says && !cut.names) addTo(cut, { ...tag, is: 'comma' });
    else if (endsCorrection(cut, tag, tags[at + 1])) addTo(cut, { ...tag, is: 'filler' });
    else if (DIVIDES.has(tag.is)) {
      if (tag.is === 'asks') addTo(cut, tag);
      cuts.push(startCut(isLead(tag.is) ? tag.is : undefined));
    } else addTo(cut, tag);
  }
  return withLeads(cuts);
};

/** Drops empty segments; the lead of one ("maaf salah, …", "ralat: …") is that of the next. */
const withLeads = (cuts: readonly Cut[]): Segment[] => {
  const segments: Segment[] = [];
  let waiting: Lead | undefined;
  for (const { tags, lead: own, says, names } of cuts) {
    const lead = own ?? waiting;
    waiting = undefined;
    if (says || names || holds(tags, OTHER_MATTERS)) segments.push({ tags, lead });
    else waiting = lead;
  }
  if (waiting === 'correction') segments.push({ tags: [], lead: waiting });
  return segments;
};
