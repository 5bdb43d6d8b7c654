import { unitTopic } from '../../bot/prompts/asked.ts';
import type { Recorded } from '../../bot/report-writer.ts';
import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { encodeKeep, encodeReport } from '../../domain/report-command.ts';
import { type Row, STATUSES, type Status, type Unit } from '../../domain/units.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { Choice, Content } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import {
  capital,
  headWords,
  listed,
  roleName,
  statusMark,
  statusName,
  unitName,
  unitNames,
  villageLabel,
} from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import type { NotTaken } from './decide.ts';

const villagesOf = (rows: readonly Row<VillageCode>[]): readonly VillageCode[] => [
  ...new Set(rows.map((row) => row.village)),
];

/** What a message says besides its report: units that are only planned or asked about, and other matters as typed. */
export interface Beside {
  readonly notTaken: readonly NotTaken[];
  readonly otherMatters: readonly string[];
  /** Names that are no village's here, as typed. */
  readonly strangers?: readonly string[];
  /** Units that it gives no status: they were recorded as established. */
  readonly assumed: readonly Unit[];
}

/** The echo of a report, and in one line, unless it says more than that rows of one village were written. */
export interface Echo {
  readonly text: Markup;
  readonly line: Markup | undefined;
}

/**
 * The echo of a report, complete enough to object to: what was written, by village and status, and everything that was
 * named and not written, with the reason.
 */
export function echo(
  here: DistrictScope,
  recorded: Recorded,
  { notTaken, otherMatters, strangers = [], assumed }: Beside,
): Echo {
  const { written, lowering, kept, overtaken, outdated, takenBack, established } = recorded;
  const news = written.filter(({ again }) => !again);
  const known = written.filter(({ again }) => again);
  const blocks = villagesOf(news).map((code) => ({
    village: villageLabel(villageOf(here, code)!),
    established: established.get(code)!,
    rows: rowsByStatus(news.filter(({ village }) => village === code)),
  }));
  const knownBlocks = villagesOf(known).map((code) => {
    const rows = inWords(known.filter(({ village }) => village === code));
    if (villagesOf(news).includes(code)) return say('echo-again-too', { rows });
    const village = villageLabel(villageOf(here, code)!);
    return say('echo-again', { village, established: established.get(code)!, rows });
  });
  const units = (rows: readonly Row<VillageCode>[]) => unitNames(rows.map((row) => row.unit));
  const whys = (['plan', 'question', 'hearsay'] as const).map((why) => {
    const named = notTaken.filter((item) => item.why === why).map((item) => item.unit);
    return named.length > 0 && say(`not-taken-${why}`, { units: capital(unitNames(named)) });
  });
  const text = lines(
    ...blocks.map(({ rows, ...village }) => lines(say('echo-head', village), ...rows)),
    ...knownBlocks,
    kept.length > 0 && say('echo-kept', { units: units(kept) }),
    overtaken.length > 0 && say('echo-overtaken', { units: units(overtaken) }),
    takenBack.length > 0 && say('echo-taken-back', { units: units(takenBack) }),
    ...outdated.slice(0, 1).map(({ village }) =>
      say('lower-outdated', {
        village: villageLabel(villageOf(here, village)!),
        units: units(outdated),
      }),
    ),
    ...whys,
    otherMatters.length > 0 &&
      say('not-taken-matter', { words: listed(otherMatters.map((word) => literal(word))) }),
    strangers.length > 0 && sayStrangers(strangers),
    assumed.length > 0
      ? say('echo-assumed', { units: unitNames(assumed) })
      : news.length + overtaken.length > 0 && say('echo-undo'),
  );
  const [only, ...others] = blocks;
  const unwritten = [lowering, kept, overtaken, outdated, takenBack, notTaken];
  const besides = [others, known, ...unwritten, otherMatters, strangers, assumed];
  const isBrief = only !== undefined && besides.every((each) => each.length === 0);
  return { text, line: isBrief ? say('echo-brief', { ...only, rows: join(only.rows, '; ') }) : undefined };
}

/** Names whose rows were not recorded. */
export const sayStrangers = (names: readonly string[]): Markup =>
  say('not-taken-village', { names: listed(names.map((name) => literal(`"${name}"`))) });

const rowsByStatus = (rows: readonly Row<VillageCode>[]): readonly Markup[] =>
  STATUSES.toReversed().flatMap((status) => {
    const units = rows.filter((row) => row.status === status).map((row) => row.unit);
    return units.length > 0
      ? [say('echo-row', { mark: statusMark(status), units: unitNames(units), status: statusName(status) })]
      : [];
  });

/** Thanks somebody whose roles only read, and says who reports. */
export function refuseReader({ area }: DistrictScope, roles: readonly Pick<Role, 'kind' | 'area'>[]): Markup {
  const names = new Set(roles.map((role) => roleName(role.kind, role.area)));
  return say('refuse-reader', { roles: listed([...names]), heads: headWords(area.villages) });
}

/** A question for each village where rows would lower units: old and new status of each, and a yes that says exactly that. */
export const lowerQuestions = (
  here: DistrictScope,
  recorded: Recorded,
): readonly { readonly context: PromptContext; readonly content: Content }[] =>
  villagesOf(recorded.lowering).map((code) => {
    const rows = recorded.lowering.filter((row) => row.village === code);
    const changes = rows.map(({ unit, status, from }) =>
      say('lower-row', { unit: unitName(unit), from: statusName(from), to: statusName(status) }),
    );
    const choices: Choice[] = [
      { label: plain(say('yes-lower')), command: encodeReport(code, rows) },
      { label: plain(say('no-lower')), command: encodeKeep(code) },
    ];
    const text = lines(say('lower-ask', { village: villageLabel(villageOf(here, code)!) }), ...changes);
    const topics = rows.map(({ unit }) => unitTopic(code, unit));
    const asked = rows.map(({ unit }) => unit);
    return { context: { about: code, topics, asked }, content: { text, choices } };
  });

/** "kantor berdiri, klinik belum": rows in a few words, for a button or a sentence. */
export const inWords = (rows: readonly { readonly unit: Unit; readonly status: Status }[]): Markup =>
  literal(
    STATUSES.toReversed()
      .flatMap((status) => {
        const units = plain(unitNames(rows.filter((row) => row.status === status).map((row) => row.unit)));
        return units.length > 0 ? [`${units} ${plain(statusName(status))}`] : [];
      })
      .join('; '),
  );
