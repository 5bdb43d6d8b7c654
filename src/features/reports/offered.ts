import { firstPut } from '../../bot/prompts/asked.ts';
import type { Wanted } from '../../bot/report-writer.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { decodeButton } from '../../domain/report-command.ts';
import { isSame, type Row } from '../../domain/units.ts';
import type { Posted } from '../../store/outbox.ts';

/** The reports that a question offers for a village. A lowering takes a yes, and is none. */
export interface Offered {
  readonly village: VillageCode;
  readonly readings: readonly (readonly Row<VillageCode>[])[];
  /** What all of them say: that is understood. */
  readonly common: readonly Row<VillageCode>[];
  /** What one of them says, and not every other. */
  readonly own: readonly Row<VillageCode>[];
}

export function offeredBy({ content }: Pick<Posted, 'content'>): Offered | undefined {
  const readings = (content?.choices ?? []).flatMap(({ command }) => {
    const button = decodeButton(command);
    if (button?.asks.kind !== 'report' || button.asks.rows.some(({ from }) => from)) return [];
    return [button.asks.rows.map(({ unit, status }) => ({ village: button.village, unit, status }))];
  });
  const isCommon = (row: Row) => readings.every((rows) => rows.some((other) => isSame(other, row)));
  const [village, ...others] = new Set(readings.flat().map((row) => row.village));
  if (village === undefined || others.length > 0) return undefined;
  const common = readings[0]!.filter(isCommon);
  return { village, readings, common, own: readings.flat().filter((row) => !isCommon(row)) };
}

/** What a question had understood was said when it was asked: what was said since is newer. */
export const saidBefore = (prompt: Posted, rows: readonly Wanted[]): readonly Wanted[] =>
  rows.map((row) => ({ ...row, saidAt: firstPut(prompt) }));

/** The rows of a choice; what all choices say beside the one thing that is asked was understood before. */
export function chosenOf(prompt: Posted | undefined, rows: readonly Wanted[]): readonly Wanted[] {
  const offered = prompt?.context.completes ? offeredBy(prompt) : undefined;
  if (!offered) return rows;
  const isCommon = (row: Wanted) => offered.common.some((each) => isSame(each, row));
  const isOfAll = rows.every(isCommon);
  return rows.flatMap((row) => (isOfAll || !isCommon(row) ? [row] : saidBefore(prompt!, [row])));
}
