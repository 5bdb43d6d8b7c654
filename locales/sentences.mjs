// Writes src/text/sentences.ts, the keys of id.ftl with their arguments; `--check` only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, Visitor } from '@fluent/syntax';

const source = new URL('id.ftl', import.meta.url);
const target = new URL('../src/text/sentences.ts', import.meta.url);

const resource = parse(readFileSync(source, 'utf8'), {});
const rows = resource.body.flatMap((entry) => {
  if (entry.type === 'Junk') throw new Error(`id.ftl: not understood: ${entry.content.slice(0, 80)}`);
  if (entry.type !== 'Message') return [];
  const names = new Set();
  const visitor = new Visitor();
  visitor.visitVariableReference = (node) => names.add(node.id.name);
  visitor.visit(entry);
  const args = [...names].sort((a, b) => a.localeCompare(b)).map((name) => `'${name}'`);
  return `  '${entry.id.name}': [${args.join(', ')}],`;
});
const text = `// Made from locales/id.ftl by \`npm run locales\`.

/** Every key that the locale has to have, with the names of its arguments. */
export const SENTENCES = {
${rows.join('\n')}
} as const;
`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/text/sentences.ts is older than locales/id.ftl: npm run locales');
  process.exit(1);
}
