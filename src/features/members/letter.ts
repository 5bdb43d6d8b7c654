import type { Settings } from '../../bot/context.ts';
import { addMs } from '../../domain/clock.ts';
import { localDate, plainDate } from '../../domain/dates.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import { levelOf } from '../../domain/upper-areas.ts';
import type { Letter } from '../../text/content.ts';
import { literal, type Markup, plain } from '../../text/markup.ts';
import { kecamatan, phoneNumber, whatsappLink } from '../../text/phrases.ts';
import { say } from '../../text/say.ts';
import { VALID_HOURS } from './invitations.ts';

const HOUR_MS = 3_600_000;

/** How a group gets the bot. */
export type Ways = Pick<Settings, 'groupAccount' | 'groupLink' | 'groupNumber'>;

/** The address that adds the bot to a group on Telegram and redeems a code there. */
export const groupLink = (username: string, code: string): string =>
  `https://t.me/${username}?startgroup=${code}`;

export interface LetterOptions {
  /** The area above, in whose name it comes. */
  readonly from: Markup;
  readonly ways: Ways;
  readonly timeZone: string;
  readonly now: Instant;
}

/** The page that hands an invitation to an area over: its code, and how to begin. */
export function letterFor(
  { code, name }: { readonly code: AreaCode; readonly name: string },
  invitation: string,
  { from, ways, timeZone, now }: LetterOptions,
): Letter {
  const isDistrict = levelOf(code) === 'district';
  const link = ways.groupLink?.(invitation);
  const phone = ways.groupNumber?.(code);
  const area = isDistrict ? plain(kecamatan({ code, name })) : name;
  return {
    area,
    from: plain(from),
    code: invitation,
    ...(link && { link }),
    ...(phone && { chat: whatsappLink(phone) }),
    until: plainDate(localDate(addMs(now, VALID_HOURS * HOUR_MS), timeZone)),
    steps: [
      plain(stepAdd(literal(area), ways.groupAccount?.(), link, phone)),
      plain(say('letter-step-start', { code: literal(invitation) })),
      plain(say(isDistrict ? 'letter-step-village' : 'letter-step-invite')),
    ],
  };
}

function stepAdd(
  area: Markup,
  account: string | undefined,
  link: string | undefined,
  phone: string | undefined,
): Markup {
  const bot = account === undefined ? say('letter-bot') : literal(account);
  if (!phone) return say('letter-step-add', { area, bot });
  const number = phoneNumber(phone);
  return link
    ? say('letter-step-add-either', { area, bot, phone: number })
    : say('letter-step-add-number', { area, phone: number });
}

/** How a group on Telegram gets the bot, in a sentence. */
export const byLink = (link: string): Markup => say('invite-by-link', { link: literal(link) });

/** How a group on WhatsApp gets the bot, in a sentence. */
export const byNumber = (phone: string): Markup =>
  say('invite-by-number', { phone: phoneNumber(phone), link: literal(whatsappLink(phone)) });
