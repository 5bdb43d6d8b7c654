import { addMs } from '../../domain/clock.ts';
import { localDate, plainDate } from '../../domain/dates.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import { levelOf } from '../../domain/upper-areas.ts';
import type { Letter } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { kecamatan } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { VALID_HOURS } from './invitations.ts';

const HOUR_MS = 3_600_000;

export interface LetterOptions {
  /** The area above, in whose name it comes. */
  readonly from: Markup;
  readonly groupLink: ((code: string) => string | undefined) | undefined;
  readonly timeZone: string;
  readonly now: Instant;
}

/** The page that hands an invitation to an area over: its code, and how to begin. */
export function letterFor(
  { code, name }: { readonly code: AreaCode; readonly name: string },
  invitation: string,
  { from, groupLink, timeZone, now }: LetterOptions,
): Letter {
  const isDistrict = levelOf(code) === 'district';
  const link = groupLink?.(invitation);
  const area = isDistrict ? plain(kecamatan({ code, name })) : name;
  return {
    area,
    from: plain(from),
    code: invitation,
    ...(link && { link }),
    until: plainDate(localDate(addMs(now, VALID_HOURS * HOUR_MS), timeZone)),
    steps: [
      plain(say('letter-step-add', { area: literal(area) })),
      plain(say('letter-step-start', { code: literal(invitation) })),
      plain(say(isDistrict ? 'letter-step-village' : 'letter-step-invite')),
    ],
  };
}
