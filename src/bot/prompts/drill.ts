import type { AreaCode, VillageCode } from '../../domain/ids.ts';
import { isVillage } from '../../interpret/places.ts';
import { FILES, type Form, formWord, takeForms } from '../../interpret/requests.ts';
import type { ShownArea } from '../../store/prompt-context.ts';

// What is opened from an answer, or asked about it, is of its kind: from a pace the pace of a part, from changes its changes.

const RECAP = 'rekap';

/** What shows a village as a list shows its area; it has neither a pace nor a picture of its own. */
const OF_VILLAGES: Readonly<Record<string, string>> = { riwayat: 'riwayat', 'rekap perubahan': 'riwayat' };

/** The command, with its words, that shows a place as something was shown. */
export const drillTo = (place: AreaCode | VillageCode | undefined, drill = RECAP): string =>
  place && isVillage(place) ? (OF_VILLAGES[drill] ?? RECAP) : drill;

/** Whether a command that shows something is a recap, which may be of a week. */
export const isRecapOf = (drill: string): boolean => drill.split(' ', 1)[0] === RECAP;

/** What a file of a recap may be of: changes have none, and theirs is the recap's. */
const OF_FILES: readonly Form[] = ['pace', 'ranking'];

/** The words behind a recap in the forms that are typed: a file of what was shown is of its kind, such as a ranking; others stand alone. */
export function inForms(typed: string, { drill = RECAP }: Pick<ShownArea, 'drill'> = {}): string {
  const { forms } = takeForms(typed);
  const isOfFiles = forms.length > 0 && forms.every((form) => FILES.includes(form));
  if (!isOfFiles || !isRecapOf(drill)) return typed;
  const kept = takeForms(drill).forms.filter((form) => OF_FILES.includes(form));
  return [...kept.map(formWord), typed].join(' ');
}
