import { interpret } from './interpret.ts';
import { isGroup, type Part } from './parse/part-builder.ts';
import { read } from './reading.ts';
import { readText } from './tag/normalise.ts';
import type { Message } from './types.ts';

const show = (part: Part): string => {
  if (!isGroup(part)) return `<${part.also ? 'juga' : part.claims.map(({ says }) => says).join(' + ')}>`;
  const units = part.scope === 'these' ? part.units.join(' ') || '?' : part.scope;
  return `[${part.left ? `${part.left}: ` : ''}${units}${part.doubt ? ` (${part.doubt.kind})` : ''}]`;
};

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

/** How a message is read, stage by stage, for people: what each stage hands to the next. */
export const explain = (message: Message): string => {
  const { tags, clauses, statements } = read(message);
  return [
    section('1. Teks yang dibaca (normalised text)', readText(message.text).split('\n')),
    section(
      '2. Kata dan artinya (tags)',
      tags.map((tag) => {
        const more = tag.units?.join(' ') ?? tag.villages?.join(' / ') ?? tag.value ?? '';
        return `${tag.text.replaceAll('\n', '⏎').padEnd(24)} ${tag.is} ${more}`.trimEnd();
      }),
    ),
    section(
      '3. Bagian kalimat (clauses)',
      clauses.map(
        ({ parts, lead, line }) =>
          `baris ${line + 1}${lead ? ` (${lead})` : ''}: ${parts.map(show).join(' ') || '-'}`,
      ),
    ),
    section(
      '4. Pernyataan (statements)',
      statements.map(({ units, scope, outcome }) => {
        const what = scope === 'these' ? units.join(' ') || '?' : scope;
        return `${what}: ${outcome.is === 'status' ? outcome.status : outcome.is}`;
      }),
    ),
    section('5. Arti (interpretation)', JSON.stringify(interpret(message), undefined, 1).split('\n')),
  ].join('\n');
};
