import { defineCommand } from '../src/bot/command.ts';
import type { MessageContext, UpperContext } from '../src/bot/context.ts';
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
  if (above) return { text: helpAbove({ ...context, above }) };
  // In a group that is not linked nothing else works, whatever its people hold elsewhere.
  if (!here && message.chatKind === 'group')
    return { text: lines(say('help-group'), say('help-not-linked'), sayYou(context), sayForget(context)) };
  if (!here && actor.roles.length === 0) return { text: sayNoRole(context) };
  const isCoordinating = here !== undefined && mayCoordinate(actor, here.area.code);
  return {
    text: lines(
      say('help-group'),
      here && say('help-here', { district: kecamatan(here.area) }),
      sayYou(context),
      isReporting(context) && say('help-report'),
      isReporting(context) && say('help-units'),
      actor.roles.length === 0 && (sayRequested(context) ?? say('help-register')),
      here && !isCoordinating && officeElsewhere({ ...context, here }),
      say('help-read'),
      isCoordinating && say('help-decide'),
      here && isCamat(actor, here.area.code) && say('help-camat'),
      sayForget(context),
    ),
  };
}

function helpAbove(context: UpperContext): Markup {
  const { message, actor } = context;
  const { area } = context.above;
  return lines(
    say('help-group'),
    say('help-above', { area: areaName(area) }),
    say('above-how', partsExample(area)),
    mayOversee(actor, area.code) && say('help-above-invite', { parts: partsName(area.level) }),
    mayHead(actor, area.code) &&
      say(message.chatKind === 'group' ? 'help-above-head' : 'help-above-head-privately'),
    sayYou(context),
    isReporting(context) && say('help-report'),
    sayForget(context),
  );
}

/** Whether somebody may report in the kecamatan, or anywhere where it is about none. */
function isReporting({ actor, here }: MessageContext): boolean {
  const held = here ? rolesWithin(actor, here.area.code) : actor.roles;
  return held.some(({ kind }) => isReporter(kind) || isCoordinator(kind));
}

const sayYou = ({ actor, here }: MessageContext): Markup | false =>
  actor.roles.length > 0 && say('help-you', { roles: rolesOf(actor, here) });

const sayForget = ({ actor }: MessageContext): Markup | false => actor.roles.length > 0 && say('help-forget');

/** Roles of the kecamatan with their place; those held elsewhere, or above it, by name alone. */
function rolesOf(actor: MessageContext['actor'], here: MessageContext['here']): Markup {
  const inHere = here ? rolesWithin(actor, here.area.code) : [];
  const elsewhere = actor.roles.filter((role) => !inHere.includes(role));
  return listed([
    ...(here && inHere.length > 0 ? [offices(here.area, inHere)] : []),
    ...new Set(elsewhere.map(({ kind, area }) => roleName(kind, area))),
  ]);
}
