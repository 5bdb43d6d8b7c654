import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { readEdit, readSealedEdit } from './edit.ts';
import { readReport } from './free-text.ts';
import { hint } from './hint.ts';

/** Reads words that are no command: a report, its correction, or something to be silent about. */
export function readText(context: DistrictContext, text: string): Reply {
  const { message } = context;
  if (message.edits && message.unreadable) return readSealedEdit(context, message.edits);
  // A place that is shared for a while is told again, as an edit, whenever it changes.
  if (text.trim() === '') return message.addressed && message.media && !message.edits ? hint(context) : {};
  return message.edits ? readEdit(context, text, message.edits) : readReport(context, text);
}
