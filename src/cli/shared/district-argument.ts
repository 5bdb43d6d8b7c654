import { commandName } from '../../app/command-name.ts';
import { exitWith } from '../../app/exit.ts';
import { type DistrictMatch, findDistricts, findSimilarDistricts } from '../../domain/areas.ts';
import { literal, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** The kecamatan that a subcommand's arguments name. Where they name none or several, prints these and exits with 2. */
export function resolveDistrictArgument(subcommand: 'cabut-camat', args: readonly string[]): DistrictMatch {
  const query = args.join(' ').trim();
  if (query === '') exitWith(2, plain(say('cli-usage', { command: commandName(subcommand) })));
  const found = findDistricts(query);
  if (found.length === 1) return found[0]!;
  const offered = found.length > 0 ? found : findSimilarDistricts(query);
  const list = offered.map(
    ({ code, name, regency, province }) => `  ${code}  ${name}, ${regency}, ${province}`,
  );
  const key =
    found.length > 0 ? 'cli-which-district' : list.length > 0 ? 'cli-similar-district' : 'cli-no-district';
  return exitWith(2, [plain(say(key, { name: literal(query) })), ...list].join('\n'));
}
