import { type AreaRecap, establishedOf, isUsing, type RecapPart } from '../../domain/area-recap.ts';
import type { RecapTable, RecapVillage } from '../../domain/progress.ts';
import { isEstablished, type Unit } from '../../domain/units.ts';
import { literal, type Markup } from '../../text/markup.ts';
import {
  areaName,
  capital,
  kecamatan,
  listed,
  unitName,
  unitNames,
  villageWords,
} from '../../text/phrases.ts';
import { join, lines, say } from '../../text/say.ts';
import { notUsing } from './area-outline.ts';
import type { RecapText } from './message.ts';

// Who lacks a unit that was asked about by its name.

/** The villages of a kecamatan that lack each of these units, by how far they are. */
export const districtLacking = (recap: RecapTable, units: readonly Unit[]): Markup =>
  lines(...units.map((unit) => unitLacking(recap, unit)));

function unitLacking({ district, villages }: RecapTable, unit: Unit): Markup {
  const names = { unit: unitName(unit), area: kecamatan(district), villages: villageWords(villages) };
  const lacking = villages.filter(({ units }) => !isEstablished(units[unit]));
  if (lacking.length === 0) return say('lacking-nobody', { ...names, unit: capital(names.unit) });
  const head = { ...names, villages: capital(names.villages), count: lacking.length, of: villages.length };
  const row = (
    key: 'lacking-proses' | 'lacking-belum' | 'lacking-unreported',
    some: readonly RecapVillage[],
  ) => some.length > 0 && say(key, { villages: join(some.map(({ name }) => literal(name))) });
  return lines(
    say('lacking-head', head),
    row(
      'lacking-proses',
      lacking.filter(({ units }) => units[unit] === 'proses'),
    ),
    row(
      'lacking-belum',
      lacking.filter(({ units }) => units[unit] === 'belum'),
    ),
    row(
      'lacking-unreported',
      lacking.filter(({ units }) => units[unit] === undefined),
    ),
  );
}

/** The same above the kecamatan: how many villages of each part lack them, those where most do first. */
export function areaLacking(recap: AreaRecap, units: readonly Unit[]): RecapText {
  const lacksIn = (part: RecapPart, unit: Unit) => part.villages - establishedOf(part.units[unit]);
  const sum = (part: RecapPart) => units.reduce((total, unit) => total + lacksIn(part, unit), 0);
  const using = recap.parts.filter(isUsing);
  const lacking = using.filter((part) => sum(part) > 0).toSorted((a, b) => sum(b) - sum(a));
  const counted = (count: (unit: Unit) => number) =>
    units.length === 1
      ? literal(`${count(units[0]!)}`)
      : listed(units.map((unit) => say('recap-unit', { unit: unitName(unit), n: count(unit) })));
  const row = (part: RecapPart, i: number) =>
    say('lacking-part', {
      number: i + 1,
      name: literal(part.name),
      counts: counted((unit) => lacksIn(part, unit)),
      of: part.villages,
    });
  const names = { area: areaName(recap.area), villages: say('above-villages') };
  const head = say('lacking-head-above', {
    ...names,
    villages: capital(names.villages),
    units: unitNames(units),
    counts: counted((unit) => using.reduce((total, part) => total + lacksIn(part, unit), 0)),
    of: using.reduce((total, { villages }) => total + villages, 0),
  });
  const nobody = using.length > 0 && say('lacking-nobody', { ...names, unit: capital(unitNames(units)) });
  return {
    text: lines(
      lacking.length > 0 ? head : nobody,
      ...lacking.map(row),
      notUsing(recap),
      lacking.length > 0 && say('above-drill', { number: lacking.length }),
    ),
    context: {
      area: recap.area.code,
      parts: lacking.map(({ code }) => code),
      drill: `belum ${units.map((unit) => unit.replace('_', ' ')).join(' ')}`,
    },
  };
}
