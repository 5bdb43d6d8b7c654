import { whoIs } from '../adapters/telegram/who-is.ts';
import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { useShared } from '../app/database.ts';
import { exitWith, NEEDS_OWNER } from '../app/exit.ts';
import { numberFor } from '../app/number-for.ts';
import { findDistricts } from '../domain/areas.ts';
import { systemClock } from '../domain/clock.ts';
import type { AreaCode } from '../domain/ids.ts';
import { isAssistant, type RoleKind, type UpperRole } from '../domain/roles.ts';
import { fullName } from '../domain/upper-areas.ts';
import { invite, invitedRole } from '../features/members/invitations.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { byLink, byNumber, groupLink } from '../features/members/letter.ts';
import type { Tx } from '../store/tx.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { roleName, upperRoleName } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { type AreaArgument, resolveAreaArgument } from './shared/area-argument.ts';
import { print, printSaid } from './shared/print.ts';

/** How long to wait for Telegram to tell the bot's name. */
const NAME_TIMEOUT_MS = 10_000;

/**
 * Prints a code that opens a kecamatan, with a text to pass on; or a kabupaten, a province or the nation, whose role may stand behind
 * the name.
 */
export async function run(args: readonly string[]): Promise<void> {
  const config = loadConfig();
  const { area, role } = resolveAreaArgument(args);
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, WHATSAPP } = config;
  const { code, already, phone } = await useShared(config, (store) => {
    const number = WHATSAPP === 'on' ? numberFor(store.whatsapp.numbers, area.code) : undefined;
    if (WHATSAPP === 'on' && !number && !token) exitWith(NEEDS_OWNER, plain(say('cli-no-number')));
    return store.transaction((tx) => ({
      code: inviteAsOperator(tx, area.code, role),
      already: inUse(tx, area.code, invitedRole(area.code, role)),
      phone: number,
    }));
  });
  const isUnlinked = WHATSAPP === 'on' && phone === undefined;
  const bot = token ? await whoIs(token, apiRoot, NAME_TIMEOUT_MS) : undefined;

  const link = typeof bot === 'object' && groupLink(bot.username, code);
  await printSaid(say('cli-code', { code: literal(code) }));
  if (link) await printSaid(say('cli-link', { link: literal(link) }));
  // Beside the code, and not on stderr: whoever keeps the output has to see that the text below says more than the code does.
  if (already) await print(`\n${plain(already)}`);
  const text = lines(invitation({ area, role }, code), link && byLink(link), phone && byNumber(phone));
  await print(`\n${plain(text)}`);
  if (typeof bot === 'string')
    process.stderr.write(`\n${plain(say(bot === 'unreached' ? 'cli-no-link' : 'cli-no-link-token'))}\n`);
  if (isUnlinked) process.stderr.write(`\n${plain(say('cli-no-number-yet'))}\n`);
  process.exit(0);
}

function inviteAsOperator(tx: Tx, area: AreaCode, role: UpperRole | undefined): string {
  const now = systemClock();
  tx.acts.add({ at: now, by: 'server', kind: 'invited', area, about: invitedRole(area, role) });
  return invite(tx, area, now, { role });
}

/** What the operator has to know of an area that uses the bot already, whose code does less than the text to pass on says. */
function inUse(tx: Tx, code: AreaCode, role: RoleKind): Markup | undefined {
  const groups = tx.chats.groupsOf(code).length;
  const names = { area: literal(fullName(code)), role: roleName(role, code), groups };
  if (!isAssistant(role) && leadersOf(tx, code).some(({ kind }) => kind === role))
    return say('cli-invitation-held', { ...names, code: literal(code), command: commandName('cabut-camat') });
  return groups > 0 ? say('cli-invitation-groups', names) : undefined;
}

function invitation({ area, role }: AreaArgument, code: string): Markup {
  const [found] = findDistricts(area.code);
  if (!found) {
    const names = { area: literal(area.name), role: upperRoleName(role!), code: literal(code) };
    return say('cli-invitation-above', names);
  }
  const names = { district: literal(found.name), regency: literal(found.regency) };
  return say('cli-invitation', { ...names, code: literal(code) });
}
