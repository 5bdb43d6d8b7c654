import { commandName } from '../app/command-name.ts';
import { loadConfig } from '../app/config.ts';
import { openShared } from '../app/database.ts';
import { systemClock } from '../domain/clock.ts';
import type { DistrictCode } from '../domain/ids.ts';
import { camatsOf, tellCamat } from '../features/members/camat.ts';
import type { Store } from '../store/store.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { resolveDistrictArgument } from './shared/district-argument.ts';

/** Ends the role of a camat who left without handing over, and tells the groups. */
export function run(args: readonly string[]): void {
  const config = loadConfig();
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

/** How many were ended. */
function endOffices(store: Store, district: { readonly code: DistrictCode; readonly name: string }): number {
  const now = systemClock();
  return store.transaction((tx) => {
    const offices = camatsOf(tx, district.code);
    for (const office of offices) {
      tx.people.decide(office.id, 'ended', now);
      tx.acts.add({ at: now, by: 'server', kind: 'revoked', area: district.code, about: 'camat' });
    }
    for (const { to, content } of offices.length > 0 ? tellCamat(tx, district) : [])
      tx.outbox.add({ to, content, thread: tx.chats.get(to)?.thread ?? undefined }, now);
    return offices.length;
  });
}
