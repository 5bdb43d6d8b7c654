import { exitWith } from '../../app/exit.ts';
import { type DistrictMatch, findDistricts } from '../../domain/areas.ts';
import { literal, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** The kecamatan that the program's arguments name. Where they name none or several, prints these and exits with 2. */
export function resolveDistrictArgument(command: 'undang' | 'cabut-camat'): DistrictMatch {
  const query = process.argv.slice(2).join(' ').trim();
  if (query === '') exitWith(2, plain(say('cli-usage', { command: literal(command) })));
  const found = findDistricts(query);
  if (found.length === 1) return found[0]!;
  const list = found.map(
    ({ code, name, regency, province }) => `  ${code}  ${name}, ${regency}, ${province}`,
  );
  const key = found.length === 0 ? 'cli-no-district' : 'cli-which-district';
  return exitWith(2, [plain(say(key, { name: literal(query) })), ...list].join('\n'));
}
