// Writes src/text/sentences.ts, the keys and arguments of id.ftl as types; `--check` only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, Visitor } from '@fluent/syntax';

const source = new URL('id.ftl', import.meta.url);
const target = new URL('../src/text/sentences.ts', import.meta.url);

const resource = parse(readFileSync(source, 'utf8'), {});
const types = resource.body.flatMap((entry) => {
  if (entry.type === 'Junk') throw new Error(`id.ftl: not understood: ${entry.content.slice(0, 80)}`);
  if (entry.type !== 'Message') return [];
  const names = new Set();
  const visitor = new Visitor();
  visitor.visitVariableReference = (node) => names.add(node.id.name);
  visitor.visit(entry);
  const args = [...names]
    .sort((a, b) => a.localeCompare(b))
    .map((name) => `readonly ${name}: Markup | number`);
  return `  readonly '${entry.id.name}': ${args.length > 0 ? `{ ${args.join('; ')} }` : 'null'};`;
});
const text = `// Made from locales/id.ftl by \`npm run locales\`.
import type { Markup } from './markup.ts';

export interface Sentences {
${types.join('\n')}
}
`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/text/sentences.ts is older than locales/id.ftl: npm run locales');
  process.exit(1);
}
