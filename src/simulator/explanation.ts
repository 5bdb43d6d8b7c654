import type { Fate } from '../bot/report-writer.ts';
import type { Step, Trace } from '../bot/trace.ts';
import { type DistrictScope, villageOf } from '../domain/district.ts';
import type { VillageCode } from '../domain/ids.ts';
import { ownVillages, rolesWithin } from '../domain/permissions.ts';
import type { Row, Status } from '../domain/units.ts';
import type { Interpretation, VillageReport } from '../interpret/types.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import {
  capital,
  kecamatan,
  listed,
  offices,
  roleName,
  statusName,
  unitName,
  villageLabel,
} from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { type ReadWord, readStatements, readWords } from './explanation-reading.ts';

/** A line of an explanation: what it is about, and what is said of it; `status` is drawn as a tile. */
export interface Line {
  readonly about?: string;
  readonly status?: Status;
  readonly says?: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
  /** The words of the message, each with its meaning. */
  readonly words?: readonly ReadWord[];
}

/** Why the bot did what it did with one message: what each step handed to the next, in words for people. */
export type Explanation = readonly Section[];

const line = (text: Markup): Line => ({ says: plain(text) });
const section = (title: Markup, lines: readonly Line[]): Section => ({ title: plain(title), lines });

/** Explains the handling of a message from the steps that were noted while it was handled. */
export function explain(trace: Trace): Explanation {
  const { steps, here, answered } = trace;
  return [
    section(say('why-sender'), [line(sender(trace)), line(addressing(trace))]),
    section(say('why-way'), ways(trace).map(line)),
    ...steps.flatMap((step) => (step.kind === 'read' && here ? reading(here, step) : [])),
    ...(here ? decision(here, trace) : []),
    section(say('why-ledger'), written(here, steps)),
    section(say('why-answer'), [line(say(answered ? 'why-answered' : 'why-silent'))]),
  ];
}

function sender({ actor, here }: Trace): Markup {
  if (!actor.account) return say('why-sender-anonymous');
  const name = literal(actor.account.name);
  const roles = here ? rolesWithin(actor, here.area.code) : actor.roles;
  if (roles.length === 0) return say('why-sender-stranger', { name });
  const held = here ? offices(here.area, roles) : listed(roles.map((role) => roleName(role.kind, role.area)));
  // An office of the simulator is named by what it is.
  return name === held ? held : say('why-sender-known', { name, roles: held });
}

const addressing = ({ message }: Trace): Markup =>
  message.edits ? say('why-edited') : say(message.addressed ? 'why-addressed' : 'why-overheard');

function ways({ message, steps }: Trace): readonly Markup[] {
  if (message.pressedOn) return [say('why-pressed', { command: literal(message.text) })];
  const commands = steps.filter((step) => step.kind === 'command');
  if (commands.length === 0) return [say(message.forwarded ? 'why-forwarded' : 'why-text')];
  return commands.map(({ name, words }) =>
    say('why-command', { command: literal(`/${name} ${words}`.trim()) }),
  );
}

/** What the interpreter made of the text, stage by stage. */
function reading(
  here: DistrictScope,
  { said, meaning }: Extract<Step, { kind: 'read' }>,
): readonly Section[] {
  const statements = readStatements(said);
  return [
    { ...section(say('why-words'), []), words: readWords(here, said) },
    section(say('why-statements'), statements),
    section(say('why-meaning'), meaningLines(here, meaning, statements.length > 0)),
  ].filter(({ lines, words = [] }) => lines.length + words.length > 0);
}

function meaningLines(here: DistrictScope, meaning: Interpretation, namesUnits: boolean): readonly Line[] {
  if (meaning.kind === 'none') {
    const nothing = namesUnits ? 'why-meaning-unclear' : 'why-meaning-none';
    return [line(say(meaning.why === 'no-report' ? nothing : `why-meaning-${meaning.why}`))];
  }
  return meaning.reports.flatMap((report) => {
    const village = villagesOf(here, report);
    const about = (unit: Markup) => `${village} · ${plain(unit)}`;
    return [
      ...report.units.map(({ unit, status }) => ({
        about: about(unitName(unit)),
        status,
        says: plain(statusName(status)),
      })),
      ...report.withheld.map(({ unit, why }) => ({
        about: about(unitName(unit)),
        says: plain(say(`why-withheld-${why}`)),
      })),
      ...report.asks.map(({ kind }) => ({ about: village, says: plain(say(`why-ask-${kind}`)) })),
    ];
  });
}

function villagesOf(here: DistrictScope, { villages, word }: VillageReport): string {
  const names = villages
    .flatMap((code) => villageOf(here, code) ?? [])
    .map((one) => plain(villageLabel(one)));
  if (names.length > 0) return names.join(' / ');
  return word ?? plain(say('why-own-village'));
}

/** Whether the sender may report what was read, and what follows from that. */
function decision(here: DistrictScope, { steps, actor }: Trace): readonly Section[] {
  const decided = steps.find((step) => step.kind === 'decided');
  if (!decided) {
    const unregistered = steps.some(({ kind }) => kind === 'read') && actor.roles.length === 0;
    return unregistered ? [section(say('why-decision'), [line(say('why-may-stranger'))])] : [];
  }
  return [section(say('why-decision'), [line(right(here, decided, actor)), line(outcome(here, decided))])];
}

type Decided = Extract<Step, { kind: 'decided' }>;

function right(here: DistrictScope, { coordinates }: Decided, actor: Trace['actor']): Markup {
  if (coordinates) return say('why-may-district', { district: kecamatan(here.area) });
  const villages = ownVillages(actor, here.area.code).flatMap((code) => villageOf(here, code) ?? []);
  return say('why-may-village', { village: listed(villages.map(villageLabel)) });
}

function outcome(here: DistrictScope, { decision: made }: Decided): Markup {
  switch (made.kind) {
    case 'ask':
      return say('why-decision-ask', { reason: say(`why-ask-${made.reason.kind}`) });
    case 'refuse':
      return refusal(here, made.village);
    default:
      return say(made.kind === 'report' ? 'why-decision-report' : 'why-decision-none');
  }
}

const refusal = (here: DistrictScope, code: string): Markup => {
  const village = villageOf(here, code);
  return say('why-may-not', { village: village ? villageLabel(village) : literal(code) });
};

/** What is said of each fate of a row; one that would lower a unit has a sentence of its own. */
const FATES = {
  written: 'why-written',
  kept: 'why-kept',
  overtaken: 'why-overtaken',
  outdated: 'why-outdated',
  takenBack: 'why-not-revived',
} as const satisfies Record<Exclude<Fate, 'lowering'>, string>;

/** What the ledger took, and what became of every row that it did not take. */
function written(here: DistrictScope | undefined, steps: readonly Step[]): readonly Line[] {
  const lines = here ? steps.flatMap((step) => fates(here, step)) : [];
  return lines.length > 0 ? lines : [line(say('why-nothing-written'))];
}

function fates(here: DistrictScope, step: Step): readonly Line[] {
  const row = ({ village, unit, status }: Row<VillageCode>, fate: Markup): Line => ({
    about: `${plain(villageName(here, village))} · ${plain(unitName(unit))}`,
    status,
    says: `${plain(statusName(status))}: ${plain(fate)}`,
  });
  if (step.kind === 'reversed')
    return step.outcome.kind === 'reversed'
      ? step.outcome.rows.map((each) => row(each, say('why-taken-back')))
      : [];
  if (step.kind !== 'recorded') return [];
  if (step.outcome.kind === 'denied') return [line(refusal(here, step.outcome.village))];
  const { outcome } = step;
  return [
    ...(Object.keys(FATES) as (keyof typeof FATES)[]).flatMap((fate) =>
      outcome[fate].map((each) => row(each, say(FATES[fate]))),
    ),
    ...outcome.lowering.map((each) => row(each, say('why-lowering', { from: statusName(each.from) }))),
  ];
}

const villageName = (here: DistrictScope, code: VillageCode): Markup => {
  const village = villageOf(here, code);
  return village ? capital(villageLabel(village)) : literal(code);
};

/** Explains a message of the bot that answers nobody. */
export const explainUnasked = (scheduled: boolean): Explanation => [
  section(say('why-answer'), [line(say(scheduled ? 'why-scheduled' : 'why-notice'))]),
];

/** Says that nothing was kept about a message. */
export const unexplained = (): Explanation => [section(say('why-answer'), [line(say('why-unknown'))])];
