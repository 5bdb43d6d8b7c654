import { askWhichArea } from '../../bot/ask-which-area.ts';
import type { Reply } from '../../bot/command.ts';
import type { UpperContext } from '../../bot/context.ts';
import { partsAsked } from '../../bot/offer-change.ts';
import { offerParts, villageAlone } from '../../bot/offer-places.ts';
import { refuse } from '../../bot/refuse.ts';
import { yesOrNo } from '../../bot/yes-or-no.ts';
import { mayInvite, mayOversee } from '../../domain/permissions.ts';
import { isUpper } from '../../domain/roles.ts';
import { levelOf } from '../../domain/upper-areas.ts';
import { literal } from '../../text/markup.ts';
import { placeFrom } from '../../text/names.ts';
import { areaName, kecamatan, partsExample } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { endLeaders } from './end-leaders.ts';
import { leadersOf } from './leaders.ts';
import { revokeAssistant } from './revoke-assistant.ts';

/** The words that confirm it: the area's code, the roles that the question was about, and a yes. */
export const REVOKES_BELOW = /^([\d.]+) #([\d,]+) ya$/i;

/**
 * Takes back whatever roles are held in an area one level down, after a yes, and tells its groups; no name goes up. A new
 * invitation gives them to somebody else.
 */
export function revokeBelow(words: string, context: UpperContext): Reply {
  const { tx, actor, above, message, now } = context;
  const { code } = above.area;
  const role = actor.roles.find(({ kind, area }) => area === code && isUpper(kind));
  const assistant = revokeAssistant(words, context);
  if (assistant) return assistant;
  if (!role || !mayOversee(actor, code)) return refuse(context, say('above-holders-only'));
  const [, query = words, confirmed] = REVOKES_BELOW.exec(words) ?? [];
  const { found: parts, several } = partsAsked(above.area, query);
  if (several.length > 0) return { answer: { text: say('revoke-one', partsExample(above.area)) } };
  if (parts.length > 1)
    return { ...askWhichArea(query, parts, (part) => `/cabut ${part}`), senderOnly: true };
  const [found] = parts;
  if (words === '') return { answer: { text: say('revoke-below-how', partsExample(above.area)) } };
  if (!found || !mayInvite(actor, found.code)) {
    const village = villageAlone(code, words);
    if (village) return { answer: { text: say('revoke-below-village', { village: literal(village.name) }) } };
    const names = { name: literal(placeFrom(words)), area: areaName(above.area) };
    const offer = {
      area: above.area,
      words,
      command: (part: string) => `/cabut ${part}`,
      otherwise: say('invite-unknown', names),
    };
    return { ...offerParts(offer), senderOnly: true };
  }
  const area = levelOf(found.code) === 'district' ? kecamatan(found) : literal(found.name);
  const leaders = leadersOf(tx, found.code);
  if (leaders.length === 0) return { answer: { text: say('revoke-below-none', { area }) } };
  const meant = leaders.map(({ id }) => id).join(',');
  // Somebody who has come to hold it since was not asked about.
  if (confirmed !== meant) {
    const choices = yesOrNo(say('yes-revoke'), `/cabut ${found.code} #${meant} ya`);
    return {
      answer: {
        text: lines(
          confirmed !== undefined && say('revoke-below-changed'),
          say('revoke-below-ask', { area, name: literal(found.name) }),
        ),
        choices,
      },
      senderOnly: true,
      context: { topics: [`revoke ${found.code}`] },
    };
  }
  return {
    answer: { text: say('revoked-below', { area, name: literal(found.name) }) },
    edits: true,
    followUps: endLeaders(tx, found.code, leaders, role.kind, now, message.chat),
  };
}
