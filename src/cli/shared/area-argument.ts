import { commandName } from '../../app/command-name.ts';
import { exitWith, NEEDS_OWNER } from '../../app/exit.ts';
import { findSimilarDistricts } from '../../domain/areas.ts';
import { type AreaCode, NATION } from '../../domain/ids.ts';
import { UPPER_ROLES, type UpperRole, upperRolesOf } from '../../domain/roles.ts';
import { findAreas, fullName, upperArea } from '../../domain/upper-areas.ts';
import { literal, plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';

/** An area of any level, and the role above the kecamatan that its invitation gives; none for a kecamatan. */
export interface AreaArgument {
  readonly area: { readonly code: AreaCode; readonly name: string };
  readonly role: UpperRole | undefined;
}

/** The area that a subcommand's arguments name, and the role in the last of them. Where that is unclear, says why and exits with 2. */
export function resolveAreaArgument(args: readonly string[]): AreaArgument {
  const words = args.flatMap((argument) => argument.trim().split(/\s+/)).filter(Boolean);
  const typedRole = words.length > 1 ? roleNamed(words.at(-1)!) : undefined;
  const query = (typedRole ? words.slice(0, -1) : words).join(' ');
  if (query === '') exitWith(NEEDS_OWNER, plain(say('cli-usage-undang', { command: commandName('undang') })));
  const found = findAreas(NATION, query);
  if (found.length !== 1) {
    const offered = found.length > 0 ? found : findSimilarDistricts(query);
    const key =
      found.length > 0 ? 'cli-which-area' : offered.length > 0 ? 'cli-similar-district' : 'cli-no-area';
    exitWith(NEEDS_OWNER, [plain(say(key, { name: literal(query) })), ...offered.map(describe)].join('\n'));
  }
  const [area] = found as [AreaArgument['area']];
  const upper = upperArea(area.code);
  const roles = upper ? upperRolesOf(upper) : [];
  if (typedRole && !roles.includes(typedRole))
    exitWith(
      NEEDS_OWNER,
      plain(say('cli-no-role', { area: literal(area.name), roles: literal(roles.join(', ') || 'camat') })),
    );
  return { area, role: typedRole ?? roles[0] };
}

const roleNamed = (word: string): UpperRole | undefined =>
  Object.values(UPPER_ROLES)
    .flat()
    .find((role) => role === word.toLowerCase());

/** "  14.03.16  Bathin Solapan, Kabupaten Bengkalis, Riau" */
const describe = ({ code }: AreaArgument['area']): string => `  ${code}  ${fullName(code)}`;
