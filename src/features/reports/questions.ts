import type { Reply } from '../../bot/command.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { encodeChecklist, encodeReport } from '../../domain/report-command.ts';
import type { Unit } from '../../domain/units.ts';
import type { AskReason } from '../../interpret/types.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { Choice } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { capital, listed, statusName, unitName, unitNames, villageLabel } from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import type { Understood, Verdict } from './decide.ts';
import { inWords } from './reply.ts';

type Ask = Extract<Verdict, { kind: 'ask' }>;

/** Says why the bot asks and what it understood, with whole readings as buttons, so that one tap finishes the report. */
export function question(here: DistrictScope, ask: Ask, words: string): Reply {
  if (ask.reason.kind === 'which-village' && ask.reason.word === undefined)
    return askVillage(here, ask, ask.reason.villages, words);
  const rows = ask.understood;
  const clear = rows.filter(({ unit }) => ask.reason.kind !== 'contradiction' || unit !== ask.reason.unit);
  // That plans are not recorded is said in their own sentence.
  const onlyPlans = ask.reason.kind === 'plan' && ask.reason.units.length > 0;
  const understood =
    clear.length > 0 ? say('ask-understood', { rows: inWords(clear) }) : !onlyPlans && say('ask-nothing');
  const others = ask.also.flatMap(thing);
  const also = others.length > 0 && say('ask-also', { things: listed(others) });
  const text = lines(sentence(here, ask.reason), understood, also);
  const readings = [...choices(here, ask), ...partly(here, ask)];
  return {
    answer: readings.length > 0 ? { text, choices: readings } : { text },
    // Without buttons the answer is in words: the platform puts the reply field before the sender.
    ...(readings.length === 0 && { senderOnly: true as const }),
    awaitsAnswer: true,
    context: {
      ...(ask.about && { about: ask.about as VillageCode }),
      ...(readings.length > 0 && { completes: true as const }),
      ...unitsAsked(ask.reason),
      asked: unitsMeant(ask),
    },
  };
}

/** The units of which a question is. */
const unitsOf = (reason: AskReason): readonly Unit[] =>
  reason.kind === 'contradiction' ? [reason.unit] : 'units' in reason ? reason.units : [];

/** The units whose status has to be told, so that "sudah" is an answer. */
function unitsAsked(reason: AskReason): Pick<PromptContext, 'units'> {
  const units = unitsOf(reason);
  return reason.kind !== 'which-unit' && units.length > 0 ? { units } : {};
}

/** The units that an answer is about; none where the question does not tell. */
function unitsMeant({ reason, understood, readings }: Ask): readonly Unit[] {
  const units = unitsOf(reason);
  return units.length === 0
    ? []
    : [...new Set([...units, ...[understood, ...readings].flat().map(({ unit }) => unit)])];
}

/** Asks which village, with a button for each; the words are kept with the question and read again for the chosen one. */
function askVillage(here: DistrictScope, ask: Ask, codes: readonly string[], words: string): Reply {
  const few = here.area.villages.filter(({ code }) => codes.includes(code));
  const villages = few.length > 0 ? few : here.area.villages;
  const choices = villages.map((village) => ({
    label: few.length > 0 ? plain(villageLabel(village)) : village.name,
    command: encodeChecklist(village.code),
  }));
  const text = lines(sentence(here, ask.reason), say('ask-nothing'));
  return { answer: { text, choices }, senderOnly: true, awaitsAnswer: true, context: { words, asked: [] } };
}

function sentence(here: DistrictScope, reason: AskReason): Markup {
  switch (reason.kind) {
    case 'number':
      return reason.number === 0
        ? say('ask-number-zero')
        : say('ask-number', { number: literal(`${reason.number}`) });
    case 'which-unit':
      return say('ask-which-unit', { word: literal(reason.word), units: or(reason.units.map(unitName)) });
    case 'which-village': {
      // In the order of the buttons.
      const named = here.area.villages.filter(({ code }) => reason.villages.includes(code));
      const names = named.map(villageLabel);
      return names.length > 0
        ? say('ask-which-village', { villages: or(names) })
        : say('ask-no-village', { village: villageLabel(here.area.villages[0]!) });
    }
    case 'unclear-villages':
      return say('ask-unclear-villages', { village: villageLabel(here.area.villages[0]!) });
    case 'no-status':
      return say('ask-no-status', { units: capital(unitNames(reason.units)) });
    case 'contradiction':
      return say('ask-contradiction', {
        unit: capital(unitName(reason.unit)),
        statuses: listed(reason.statuses.map(statusName)),
      });
    case 'plan':
    case 'uncertain':
      return reason.units.length > 0
        ? say(`ask-${reason.kind}`, { units: capital(unitNames(reason.units)) })
        : say('ask-unclear');
    case 'no-unit':
      return say('ask-no-unit');
    case 'forwarded':
      return say('forwarded');
    case 'other-matter':
      return say('ask-other-matter', { words: listed(reason.words.map(literal)) });
    case 'unclear':
      return say('ask-unclear');
  }
}

/** What a question that is not put would be about, as far as it has a name. */
function thing(reason: AskReason): readonly Markup[] {
  switch (reason.kind) {
    case 'which-unit':
      return [literal(reason.word)];
    case 'number':
      return [literal(`${reason.number}`)];
    case 'other-matter':
      return reason.words.map(literal);
    default:
      return unitsOf(reason).map(unitName);
  }
}

/** "Desa Petani, Desa Bumbung atau Desa Sebangar" */
const or = (items: readonly Markup[]): Markup =>
  items.length < 2
    ? join(items)
    : say('list-or', { items: join(items.slice(0, -1)), last: items[items.length - 1]! });

/** A button that records what is clear already: "Catat kantor saja". */
function partly(here: DistrictScope, { understood, reason }: Ask): Choice[] {
  const [village, ...others] = new Set(understood.map((row) => row.village));
  const found = village !== undefined && villageOf(here, village);
  if (!found || others.length > 0 || reason.kind === 'contradiction') return [];
  const units = unitNames(understood.map((row) => row.unit));
  return [{ label: plain(say('ask-only', { units })), command: encodeReport(found.code, understood) }];
}

/** Each reading as a button that names only where it differs from the others. */
function choices(here: DistrictScope, { readings, reason }: Ask): Choice[] {
  const key = (row: Understood) => `${row.village} ${row.unit} ${row.status}`;
  const common = new Set(
    (readings[0] ?? []).map(key).filter((k) => readings.every((rows) => rows.some((row) => key(row) === k))),
  );
  const villages = new Set(readings.flat().map((row) => row.village));
  return readings.flatMap((rows) => {
    const [village] = new Set(rows.map((row) => row.village));
    const found = village !== undefined && villageOf(here, village);
    if (!found || rows.some((row) => row.village !== village)) return [];
    const own = rows.filter((row) => !common.has(key(row)));
    const [status] = new Set(own.map((row) => row.status));
    if (reason.kind === 'no-status' && status)
      return [{ label: plain(say(`ask-status-${status}`)), command: encodeReport(found.code, rows) }];
    const words = inWords(own.length > 0 ? own : rows);
    const label =
      villages.size > 1 ? `${plain(villageLabel(found))}: ${plain(words)}` : plain(capital(words));
    return [{ label, command: encodeReport(found.code, rows) }];
  });
}
