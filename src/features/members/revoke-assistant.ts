import type { Reply } from '../../bot/command.ts';
import type { UpperContext } from '../../bot/context.ts';
import { refuse } from '../../bot/refuse.ts';
import type { RoleId } from '../../domain/ids.ts';
import type { Role } from '../../domain/people.ts';
import { mayDecideOn, mayHead } from '../../domain/permissions.ts';
import { isAssistant, UPPER_ROLES, type UpperRole } from '../../domain/roles.ts';
import { literal } from '../../text/markup.ts';
import { areaName, upperRoleName } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { noteActAbove } from './acts.ts';
import { sayHeadsOnly, whoRevokes } from './appoint-above.ts';
import { askWhichRole } from './ask-which-role.ts';
import { endRole } from './invitations.ts';
import { leadersOf } from './leaders.ts';
import { upperRoleNamed } from './role-words.ts';
import { tellTaken } from './told-above.ts';

const CHOSEN = /^#(\d{1,15})$/;

/**
 * Takes back a role that assists in the area itself: by its name, or of the author of the message replied to, chosen from a list. Undefined
 * where the words mean something else.
 */
export function revokeAssistant(words: string, context: UpperContext): Reply | undefined {
  const { tx, actor, above, message } = context;
  const { area } = above;
  const [, id] = CHOSEN.exec(words) ?? [];
  const author = words === '' ? message.quotes?.author : undefined;
  const kind = UPPER_ROLES[area.level].find((each) => each === upperRoleNamed(words));
  if (!id && !author && !kind) return undefined;
  if (!mayHead(actor, area.code)) return denied(context);
  if (id) return revoke(context, Number(id) as RoleId);
  if (kind && !isAssistant(kind)) {
    const names = { role: upperRoleName(kind), area: areaName(area), who: whoRevokes(area) };
    return { answer: { text: say('revoke-head', names) } };
  }
  const quoted = author && tx.people.find(author.refs);
  const meant = assistantsOf(context).filter((role) =>
    author ? role.person === quoted : role.kind === kind,
  );
  return askWhichRole(meant, (role) => upperRoleName(role.kind as UpperRole), above.timeZone);
}

const assistantsOf = ({ tx, above }: UpperContext): readonly Role[] =>
  leadersOf(tx, above.area.code).filter(({ kind }) => isAssistant(kind));

const denied = (context: UpperContext): Reply => refuse(context, sayHeadsOnly(context.above.area));

function revoke(context: UpperContext, id: RoleId): Reply {
  const { tx, actor, above, message, now } = context;
  const role = assistantsOf(context).find((each) => each.id === id);
  if (!role || !mayDecideOn(actor, role)) return refuse(context, say('revoke-gone'), 'choice');
  const codes = endRole(tx, role, now);
  noteActAbove(context, 'revoked', role.kind);
  const names = {
    name: literal(role.name),
    role: upperRoleName(role.kind as UpperRole),
    area: areaName(above.area),
  };
  return {
    answer: { text: lines(say('assistant-revoked', names), codes > 0 && say('codes-void', { n: codes })) },
    followUps: tellTaken(tx, above.area, [role], message.chat),
  };
}
