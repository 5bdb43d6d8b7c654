import { defineCommand } from '../src/bot/command.ts';
import type { MessageContext } from '../src/bot/context.ts';
import { officeElsewhere } from '../src/bot/denied.ts';
import { sayNoRole, sayRequested } from '../src/bot/run-command.ts';
import { isCamat, mayCoordinate, mayHead, mayOversee, rolesWithin } from '../src/domain/permissions.ts';
import { isCoordinator, isReporter } from '../src/domain/roles.ts';
import { openDistrict } from '../src/features/members/opening.ts';
import type { Content } from '../src/text/content.ts';
import type { Markup } from '../src/text/markup.ts';
import {
  areaName,
  kecamatan,
  listed,
  offices,
  partsExample,
  partsName,
  roleName,
} from '../src/text/phrases.ts';
import { lines, say } from '../src/text/say.ts';

/** Tells what the bot can do for this person here, on one phone screen. */
export const bantuan = defineCommand({
  name: 'bantuan',
  slashless: 'line',
  aliases: ['help', 'tolong'],
  anonymous: true,
  menu: 'anywhere',
  offered: () => true,
  requires: 'nothing',
  lookup: true,
  run: (_words, context) => ({ answer: help(context) }),
});

/** Gives the same help; behind an invitation link in a group it opens the kecamatan. */
export const start = defineCommand({
  name: 'start',
  anonymous: true,
  menu: 'none',
  requires: 'nothing',
  run: (words, context) =>
    words !== '' && context.message.chatKind === 'group'
      ? openDistrict(words, context)
      : { answer: help(context) },
});

function help(context: MessageContext): Content {
  const { message, actor, here, above } = context;
  const head = say('help-group');
  const held = here ? rolesWithin(actor, here.area.code) : actor.roles;
  const reporter = held.some(({ kind }) => isReporter(kind) || isCoordinator(kind));
  if (above)
    return {
      text: lines(
        head,
        say('help-above', { area: areaName(above.area) }),
        say('above-how', partsExample(above.area)),
        mayOversee(actor, above.area.code) &&
          say('help-above-invite', { parts: partsName(above.area.level) }),
        mayHead(actor, above.area.code) &&
          say(message.chatKind === 'group' ? 'help-above-head' : 'help-above-head-privately'),
        actor.roles.length > 0 && say('help-you', { roles: rolesOf(actor, here) }),
        reporter && say('help-report'),
        actor.roles.length > 0 && say('help-forget'),
      ),
    };
  // In a group that is not linked nothing else works, whatever its people hold elsewhere.
  if (!here && message.chatKind === 'group')
    return {
      text: lines(
        head,
        say('help-not-linked'),
        actor.roles.length > 0 && say('help-you', { roles: rolesOf(actor, here) }),
        actor.roles.length > 0 && say('help-forget'),
      ),
    };
  if (!here && actor.roles.length === 0) return { text: sayNoRole(context) };
  const coordinator = here !== undefined && mayCoordinate(actor, here.area.code);
  return {
    text: lines(
      head,
      here && say('help-here', { district: kecamatan(here.area) }),
      actor.roles.length > 0 && say('help-you', { roles: rolesOf(actor, here) }),
      reporter && say('help-report'),
      reporter && say('help-units'),
      actor.roles.length === 0 && (sayRequested(context) ?? say('help-register')),
      here && !coordinator && officeElsewhere({ ...context, here }),
      say('help-read'),
      coordinator && say('help-decide'),
      here && isCamat(actor, here.area.code) && say('help-camat'),
      actor.roles.length > 0 && say('help-forget'),
    ),
  };
}

/** Roles of the kecamatan with their place; those held elsewhere, or above it, by name alone. */
function rolesOf(actor: MessageContext['actor'], here: MessageContext['here']): Markup {
  const inHere = here ? rolesWithin(actor, here.area.code) : [];
  const elsewhere = actor.roles.filter((role) => !inHere.includes(role));
  return listed([
    ...(here && inHere.length > 0 ? [offices(here.area, inHere)] : []),
    ...new Set(elsewhere.map(({ kind, area }) => roleName(kind, area))),
  ]);
}
