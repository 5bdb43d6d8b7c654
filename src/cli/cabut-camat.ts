import { commandName } from '../app/command-name.ts';
import { type Config, loadConfig } from '../app/config.ts';
import { useShared } from '../app/database.ts';
import { systemClock } from '../domain/clock.ts';
import { NATION } from '../domain/ids.ts';
import { findAreas, levelOf, type NamedArea } from '../domain/upper-areas.ts';
import { endLeaders } from '../features/members/end-leaders.ts';
import { leadersOf } from '../features/members/leaders.ts';
import type { Tx } from '../store/tx.ts';
import { literal } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { resolveDistrictArgument } from './shared/district-argument.ts';
import { printSaid } from './shared/print.ts';

/** Ends the role of a camat who left without handing over, or the roles of an area above the kecamatan, and tells the groups. */
export async function run(args: readonly string[]): Promise<void> {
  const config = loadConfig();
  const [found, ...others] = findAreas(NATION, args.join(' '));
  const command = commandName('undang');
  if (found && others.length === 0 && levelOf(found.code) !== 'district') {
    const names = { area: literal(found.name), command };
    const ended = await end(config, found);
    return printSaid(ended > 0 ? say('cli-above-ended', names) : say('cli-no-holder', names));
  }
  const district = resolveDistrictArgument('cabut-camat', args);
  const names = { district: literal(district.name), regency: literal(district.regency) };
  const ended = await end(config, district);
  const said = ended > 0 ? say('cli-camat-ended', { ...names, command }) : say('cli-no-camat', names);
  await printSaid(said);
}

/** How many roles were ended. */
function end(config: Config, area: NamedArea): Promise<number> {
  const now = systemClock();
  const endIn = (tx: Tx): number => {
    const leaders = leadersOf(tx, area.code);
    for (const { to, content } of endLeaders(tx, area.code, leaders, 'server', now))
      tx.outbox.add({ to, content, thread: tx.chats.get(to)?.thread ?? undefined }, now);
    return leaders.length;
  };
  return useShared(config, (store) => store.transaction(endIn));
}
