import { createInterface } from 'node:readline';
import { interpret } from '../interpret/interpret.ts';
import type { Verdict, Village } from '../interpret/verdict.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly mode: 'addressed' | 'overheard';
  readonly sender: { readonly role: 'kades' | 'camat' | 'none'; readonly village?: string | null };
  readonly villages: readonly string[];
}

const answer = (id: string, verdict: Verdict) => {
  if (verdict.kind === 'report') {
    const reports = verdict.reports.map(({ village, unit, status }) => ({ village, unit, status }));
    return { id, kind: verdict.kind, reports };
  }
  return verdict.kind === 'refuse'
    ? { id, kind: verdict.kind, village: verdict.village }
    : { id, kind: verdict.kind };
};

const asked = new Map<string, readonly Village[]>();
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, text, mode, sender, villages } = JSON.parse(line) as Case;
  const key = JSON.stringify(villages);
  const known = asked.get(key) ?? villages.map((name) => ({ code: name, name }));
  asked.set(key, known);
  const own = sender.role === 'kades' && sender.village ? [sender.village] : [];
  console.log(
    JSON.stringify(
      answer(id, interpret({ text, mode, sender: { role: sender.role, villages: own }, villages: known })),
    ),
  );
}
