import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Otherwise } from '../../bot/route.ts';
import { readEdit, readEmptied, readSealedEdit } from './edit.ts';
import { hint } from './hint.ts';
import { readReport } from './read-report.ts';

/** Reads words that are no command: a report, its correction, or something to be silent about. */
export function readText(context: DistrictContext, text: string, otherwise?: Otherwise): Reply {
  const { message } = context;
  if (message.edits && message.unreadable) return readSealedEdit(context, message.edits);
  if (text.trim() === '')
    return message.edits
      ? readEmptied(context, message.edits)
      : message.addressed && message.media
        ? hint(context)
        : {};
  return message.edits
    ? readEdit(context, text, message.edits)
    : readReport(context, text, context.prompt?.context.about, otherwise);
}
