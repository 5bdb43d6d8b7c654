import { commandName } from '../app/command-name.ts';
import { type Config, loadConfig } from '../app/config.ts';
import { openShared } from '../app/database.ts';
import type { Reply } from '../bot/command.ts';
import { systemClock } from '../domain/clock.ts';
import { type DistrictCode, type Instant, NATION } from '../domain/ids.ts';
import { findAreas, levelOf, type NamedArea } from '../domain/upper-areas.ts';
import { camatsOf, tellCamat } from '../features/members/camat.ts';
import { endRole } from '../features/members/invitations.ts';
import { leadersOf } from '../features/members/leaders.ts';
import { tellTaken } from '../features/members/told-above.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { resolveDistrictArgument } from './shared/district-argument.ts';

/** Ends the role of a camat who left without handing over, or the roles of an area above the kecamatan, and tells the groups. */
export function run(args: readonly string[]): void {
  const config = loadConfig();
  const [found, ...others] = findAreas(NATION, args.join(' '));
  if (found && others.length === 0 && levelOf(found.code) !== 'district') {
    endAbove(config, found);
    return;
  }
  const district = resolveDistrictArgument('cabut-camat', args);
  const store = openShared(config);
  const ended = endOffices(store, district);
  store.close();
  const names = { district: literal(district.name), regency: literal(district.regency) };
  const said =
    ended > 0
      ? say('cli-camat-ended', { ...names, command: commandName('undang') })
      : say('cli-no-camat', names);
  process.stdout.write(`${plain(said)}\n`);
}

function endAbove(config: Config, area: NamedArea): void {
  const now = systemClock();
  const store = openShared(config);
  const ended = store.transaction((tx) => {
    const roles = leadersOf(tx, area.code);
    for (const role of roles) {
      endRole(tx, role, now);
      tx.acts.add({ at: now, by: 'server', kind: 'revoked', area: area.code, about: role.kind });
    }
    tell(tx, roles.length > 0 ? tellTaken(tx, area, roles) : [], now);
    return roles.length;
  });
  store.close();
  const names = { area: literal(area.name), command: commandName('undang') };
  process.stdout.write(`${plain(ended > 0 ? say('cli-above-ended', names) : say('cli-no-holder', names))}\n`);
}

function tell(tx: Tx, told: NonNullable<Reply['followUps']>, now: Instant): void {
  for (const { to, content } of told)
    tx.outbox.add({ to, content, thread: tx.chats.get(to)?.thread ?? undefined }, now);
}

/** How many were ended. */
function endOffices(store: Store, district: { readonly code: DistrictCode; readonly name: string }): number {
  const now = systemClock();
  return store.transaction((tx) => {
    const offices = camatsOf(tx, district.code);
    for (const office of offices) {
      endRole(tx, office, now);
      tx.acts.add({ at: now, by: 'server', kind: 'revoked', area: district.code, about: 'camat' });
    }
    tell(tx, offices.length > 0 ? tellCamat(tx, district) : [], now);
    return offices.length;
  });
}
