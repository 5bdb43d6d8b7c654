import type { AreaCode } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { mayInvite } from '../domain/permissions.ts';
import { findAreas } from '../domain/upper-areas.ts';
import { literal, type Markup } from '../text/markup.ts';
import { kecamatan } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';

/** Says that a kecamatan does not use the bot, and to those who may how they invite its camat. */
export function sayNotOpen(district: AreaCode, actor: Actor): Markup {
  const found = findAreas(district, district)[0]!;
  return lines(
    say('above-not-open', { district: kecamatan(found) }),
    mayInvite(actor, district) && say('above-not-open-invite', { name: literal(found.name) }),
  );
}
