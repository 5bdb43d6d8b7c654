import { isStatusSign } from './heads.ts';
import type { Line } from './lines.ts';
import type { Sign, SignKind } from './sign.ts';

/** How a stretch goes on from what was said before. */
export type Lead = 'but' | 'correction';

/** A piece of a line that holds one thought: nothing in it divides but commas. */
export interface Stretch {
  readonly signs: readonly Sign[];
  readonly lead: Lead | undefined;
}

const UNIT_SIGNS: ReadonlySet<SignKind> = new Set([
  ...(['unit', 'shop', 'lookalike', 'bad number', 'all', 'rest', 'counted', 'none of them'] as const),
]);

/** True for what names units, however vaguely. */
export const isUnitSign = (sign: Sign | undefined): boolean =>
  sign !== undefined && UNIT_SIGNS.has(sign.is) && !(sign.is === 'counted' && sign.value === undefined);

/** What stands between two thoughts. */
export const DIVIDES: ReadonlySet<SignKind> = new Set(['stop', 'asks', 'but', 'because', 'correction']);
const PAUSES: ReadonlySet<SignKind> = new Set(['comma', 'open', 'close']);
const BETWEEN_NAMES: ReadonlySet<SignKind> = new Set(['and', 'comma', 'desa', 'at', 'filler']);

const says = (sign: Sign | undefined): boolean => isUnitSign(sign) || isStatusSign(sign);

/** A stretch that is being cut, and what it holds so far: all of it, and since the last pause. */
interface Cut {
  readonly signs: Sign[];
  readonly lead: Lead | undefined;
  says: boolean;
  names: boolean;
  paused: number;
  saysSincePause: boolean;
  namesSincePause: boolean;
}

const startCut = (lead?: Lead): Cut => ({
  signs: [],
  lead,
  says: false,
  names: false,
  paused: 0,
  saysSincePause: false,
  namesSincePause: false,
});

const addTo = (cut: Cut, sign: Sign): void => {
  cut.signs.push(sign);
  if (PAUSES.has(sign.is)) {
    cut.paused = cut.signs.length;
    cut.saysSincePause = false;
    cut.namesSincePause = false;
  }
  const names = sign.is === 'village';
  cut.says ||= says(sign);
  cut.names ||= names;
  cut.saysSincePause ||= says(sign);
  cut.namesSincePause ||= names;
};

/** "Pamesi kantor sudah, Bumbung …": another village begins a thought; units just named before it belong to it. */
const cutAtVillage = (cut: Cut, village: Sign): Cut => {
  const isListed = cut.signs.slice(-3).findLast(({ is }) => !BETWEEN_NAMES.has(is))?.is === 'village';
  if (!cut.names || !cut.says || isListed) {
    addTo(cut, village);
    return cut;
  }
  const next = startCut();
  if (cut.saysSincePause && !cut.namesSincePause)
    for (const sign of cut.signs.splice(cut.paused)) addTo(next, sign);
  addTo(next, village);
  return next;
};

/** Cuts a line where a new thought begins: at full stops, "tapi", "ralat", "untuk klinik …", at another village. */
export const stretchesOf = ({ signs }: Line): Stretch[] => {
  const cuts = [startCut()];
  for (const [at, sign] of signs.entries()) {
    const cut = cuts.at(-1)!;
    if (sign.is === 'village') {
      const next = cutAtVillage(cut, sign);
      if (next !== cut) cuts.push(next);
    } else if (sign.is === 'topic' && cut.says && isUnitSign(signs[at + 1])) cuts.push(startCut());
    else if (sign.is === 'colon' && !cut.says && !cut.names) addTo(cut, { ...sign, is: 'comma' });
    else if (DIVIDES.has(sign.is)) {
      if (sign.is === 'asks') addTo(cut, sign);
      cuts.push(startCut(sign.is === 'but' || sign.is === 'correction' ? sign.is : undefined));
    } else addTo(cut, sign);
  }
  return withLeads(cuts);
};

/** Drops empty stretches; the lead of one ("maaf salah, …", "ralat: …") is that of the next. */
const withLeads = (cuts: readonly Cut[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let waiting: Lead | undefined;
  for (const { signs, lead: own, says, names } of cuts) {
    const lead = own ?? waiting;
    waiting = undefined;
    if (says || names || signs.some(({ is }) => is === 'unknown')) stretches.push({ signs, lead });
    else waiting = lead;
  }
  if (waiting === 'correction') stretches.push({ signs: [], lead: waiting });
  return stretches;
};
