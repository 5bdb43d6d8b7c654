import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Village } from '../../domain/areas.ts';
import { villageOf } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { mayCoordinate, mayReport, ownVillages } from '../../domain/permissions.ts';
import { establishedIn, type RecapVillage } from '../../domain/progress.ts';
import { encodeChecklist, encodeReport } from '../../domain/report-command.ts';
import {
  isEstablished,
  MENTIONED_STATUS,
  numberOf,
  STATUS_LETTERS,
  STATUSES,
  type Status,
  UNITS,
} from '../../domain/units.ts';
import type { Choice } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { statusMark, statusName, unitName, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { refuseVillage } from './answer-report.ts';

type UnitStatuses = RecapVillage['units'];

/**
 * A village's units as they stand, with a button for each that is behind. A tap reports that the unit is established, or
 * `picked` where that status was chosen first.
 */
export function checklist(context: DistrictContext, village: Village, picked?: Status): Reply {
  if (!mayReport(context.actor, village.code)) return refuseVillage(context, village.code);
  const now: UnitStatuses = Object.fromEntries(
    context.tx.ledger.village(village.code).map(({ unit, status }) => [unit, status]),
  );
  const choices = picked
    ? [...taps(village.code, now, picked), backChoice(village.code)]
    : [...taps(village.code, now), ...statusChoices(village.code)];
  return {
    answer: { text: checklistText(village, now, picked), choices },
    context: {
      about: village.code,
      checklist: true,
      again: encodeChecklist(village.code, picked),
      ...(picked && { picked }),
    },
    ...(picked && { toast: plain(say('checklist-pick', { status: statusName(picked) })) }),
    ...(context.message.pressedOn && answersChecklist(context) && { edits: true as const }),
  };
}

/** The checklist of the sender's village; a question which one, where there are several; a refusal where there is none. */
export function ownChecklist(context: DistrictContext): Reply {
  const { actor, here } = context;
  const villages = mayCoordinate(actor, here.area.code)
    ? here.area.villages
    : ownVillages(actor, here.area.code).map((code) => villageOf(here, code)!);
  const [village, ...others] = villages;
  if (!village) return { answer: { text: say('not-registered') } };
  if (others.length === 0) return checklist(context, village);
  const choices = villages.map(({ name, code }) => ({ label: name, command: encodeChecklist(code) }));
  return { answer: { text: say('lapor-which'), choices } };
}

/** Whether the message answers a checklist, or presses one of its buttons. */
export const answersChecklist = ({ prompt }: DistrictContext): boolean => prompt?.context.checklist === true;

function checklistText(village: Village, now: UnitStatuses, picked: Status | undefined): Markup {
  const rows = UNITS.map((unit) =>
    say('checklist-row', {
      number: numberOf(unit),
      mark: statusMark(now[unit]),
      unit: unitName(unit),
      status: statusName(now[unit]),
    }),
  );
  return lines(
    say('checklist-head', { village: villageLabel(village), established: establishedIn(now) }),
    ...rows,
    picked ? say('checklist-pick', { status: statusName(picked) }) : say('checklist-reply'),
  );
}

/** A button for each unit that has not reached the status which a tap reports. */
function taps(village: VillageCode, now: UnitStatuses, picked?: Status): readonly Choice[] {
  const units = UNITS.filter((unit) => (picked ? now[unit] !== picked : !isEstablished(now[unit])));
  const key = picked ? 'checklist-button-plain' : 'checklist-button';
  return units.map((unit) => ({
    label: plain(say(key, { number: numberOf(unit), unit: literal(plain(say(`unit-short-${unit}`))) })),
    command: encodeReport(village, [{ unit, status: picked ?? MENTIONED_STATUS }]),
  }));
}

/** A button for each other status, which leads to the checklist whose taps report that one. */
const statusChoices = (village: VillageCode): readonly Choice[] =>
  STATUSES.filter((status) => status !== MENTIONED_STATUS).map((status) => ({
    label: plain(say(`checklist-${STATUS_LETTERS[status]}`)),
    command: encodeChecklist(village, status),
  }));

const backChoice = (village: VillageCode): Choice => ({
  label: plain(say('checklist-back')),
  command: encodeChecklist(village),
});
