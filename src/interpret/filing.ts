import type { Mention } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Sign } from './sign.ts';
import type { Loose, Statement } from './statements.ts';
import type { Message } from './verdict.ts';

/** All that is said of one village, as it was named (a name may fit several, or none). */
export interface File {
  readonly mention: Mention;
  readonly statements: Statement[];
  readonly loose: Loose[];
}

/** True when the sender may report for the village. */
export const mayReport = ({ sender }: Message, village: string): boolean =>
  sender.role === 'camat' || (sender.role === 'kades' && sender.villages.includes(village));

/** The villages named in a message, each once. */
export const mentionsIn = (signs: readonly Sign[]): readonly Mention[] => {
  const mentions = new Map<string, Mention>();
  for (const { is, villages } of signs)
    if (is === 'village' && villages) mentions.set(villages.join('\n'), villages);
  return [...mentions.values()];
};

/** The village that a message naming none speaks of: the one it answers about, or the sender's only one. */
const homeOf = ({ about, sender }: Message): Mention => {
  if (about !== undefined) return [about];
  return sender.role === 'kades' && sender.villages.length === 1 ? sender.villages : [];
};

/** Files what is said under the villages that it is said of; one named once in a message is meant all through it. */
export const fileByVillage = (
  message: Message,
  { statements, loose }: Reading,
  named: readonly Mention[],
): readonly File[] => {
  const fallback = named.length === 1 ? named : [homeOf(message)];
  const files = new Map<string, File>();
  const filesOf = (villages: readonly Mention[]): readonly File[] =>
    (villages.length > 0 ? villages : fallback).map((mention) => {
      const key = mention.join('\n');
      const file = files.get(key) ?? { mention, statements: [], loose: [] };
      files.set(key, file);
      return file;
    });
  for (const statement of statements)
    for (const file of filesOf(statement.villages)) file.statements.push(statement);
  for (const one of loose) for (const file of filesOf(one.villages)) file.loose.push(one);
  return [...files.values()];
};
