import { commandName } from '../app/command-name.ts';
import { type Config, loadConfig } from '../app/config.ts';
import { useShared } from '../app/database.ts';
import { exitWith, NEEDS_OWNER } from '../app/exit.ts';
import { type DistrictMatch, findDistricts, findSimilarDistricts } from '../domain/areas.ts';
import { systemClock } from '../domain/clock.ts';
import { NATION } from '../domain/ids.ts';
import { findAreas, levelOf, type NamedArea } from '../domain/upper-areas.ts';
import { endLeaders } from '../features/members/end-leaders.ts';
import { leadersOf } from '../features/members/leaders.ts';
import type { Tx } from '../store/tx.ts';
import { literal, plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
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
  const district = resolveDistrict(args);
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

/** The kecamatan that the arguments name. Where they name none or several, prints these and exits with 2. */
function resolveDistrict(args: readonly string[]): DistrictMatch {
  const query = args.join(' ').trim();
  if (query === '') exitWith(NEEDS_OWNER, plain(say('cli-usage', { command: commandName('cabut-camat') })));
  const found = findDistricts(query);
  if (found.length === 1) return found[0]!;
  const offered = found.length > 0 ? found : findSimilarDistricts(query);
  const list = offered.map(
    ({ code, name, regency, province }) => `  ${code}  ${name}, ${regency}, ${province}`,
  );
  const key =
    found.length > 0 ? 'cli-which-district' : list.length > 0 ? 'cli-similar-district' : 'cli-no-district';
  return exitWith(NEEDS_OWNER, [plain(say(key, { name: literal(query) })), ...list].join('\n'));
}
