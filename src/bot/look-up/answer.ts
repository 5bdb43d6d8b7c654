import type { Shown } from '../../interpret/requests.ts';
import type { Markup } from '../../text/markup.ts';

/** A command, or a sentence where none shows what is asked for. */
export interface Answer {
  /** All that is asked for. */
  readonly shown: readonly Shown[];
  /** What it shows too, where that is asked for beside it. */
  readonly beside?: readonly Shown[];
  /** The command that shows it. */
  readonly command?: string;
  /** What stands behind the command. */
  readonly words?: string;
  /** The other words stand behind them. */
  readonly takesRest?: true;
  /** It keeps to the bounds that are named. */
  readonly isBounded?: true;
  /** It is about the whole area, whatever place is named. */
  readonly isOfWhole?: true;
  /** It tells how many villages, or which; `regency`: which, where the area is a kabupaten. */
  readonly ofVillages?: true | 'regency';
  /** Said before what the command shows, or alone. */
  readonly note?: Markup;
  /** Said instead to those who do not head the area, and may not do what the note tells of. */
  readonly toOthers?: Markup;
  /** `names`: these words alone ask for it too. `only`: they do where nothing else is said. `always`: whatever else is said. */
  readonly when?: 'names' | 'only' | 'always';
  /** Only above the kecamatan; only where a place is named or gone on from, a village, or none is; only where a time is named. */
  readonly where?: 'above' | 'place' | 'village' | 'whole' | 'times';
}
