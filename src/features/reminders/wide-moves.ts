import type { UpperContext } from '../../bot/context.ts';
import { addMs } from '../../domain/clock.ts';
import { isWithin } from '../../domain/upper-areas.ts';
import type { Markup } from '../../text/markup.ts';
import { areaName } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';

/** A deadline that so many groups are told of is not moved again and again: a WhatsApp number may say 700 things a day to all its groups. */
const MANY_GROUPS = 40;
/** A move, and what corrects it. */
const MOVES = 2;
const DAY_MS = 86_400_000;

/** Why a deadline above the kecamatan is not moved now: many groups were told of other ones in the last 24 hours; undefined where it may be. */
export function movedTooOften({ tx, above, now }: UpperContext): Markup | undefined {
  const { area } = above;
  const moves = tx.acts.since(area.code, addMs(now, -DAY_MS), now).filter(({ kind }) => kind === 'deadline');
  if (new Set(moves.map(({ about }) => about)).size < MOVES) return undefined;
  const groups = tx.chats.linked().filter((group) => isWithin(group.area, area.code)).length;
  return groups > MANY_GROUPS ? say('deadline-moved-often', { area: areaName(area), n: groups }) : undefined;
}
