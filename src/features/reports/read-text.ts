import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import type { Otherwise } from '../../bot/route.ts';
import { readEdit, readSealedEdit } from './edit.ts';
import { hint } from './hint.ts';
import { readReport } from './read-report.ts';

/** Reads words that are no command: a report, its correction, or something to be silent about. */
export function readText(context: DistrictContext, text: string, otherwise?: Otherwise): Reply {
  const { message } = context;
  if (message.edits && message.unreadable) return readSealedEdit(context, message.edits);
  if (message.edits) return readEdit(context, text, message.edits);
  if (text.trim() === '') return message.addressed && message.media ? hint(context) : {};
  return readReport(context, text, context.prompt?.context.about, otherwise);
}
