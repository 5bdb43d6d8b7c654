import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide, type Sender, type Verdict } from '../../src/features/reports/decide.ts';
import { interpret } from '../../src/interpret/interpret.ts';
import type { Message } from '../../src/interpret/types.ts';

interface VillageRow {
  readonly village: string;
  readonly unit: string;
  readonly status: string;
}

interface Case {
  readonly id: string;
  readonly text: string;
  readonly mode: Message['mode'];
  readonly sender: { readonly role: Sender['role']; readonly village: string | null };
  readonly villages?: readonly string[];
  readonly forwarded?: boolean;
  readonly expect: {
    readonly kind: Verdict['kind'];
    readonly reports?: readonly VillageRow[];
    readonly village?: string;
  };
  readonly tag: string;
}

const CORPUS = new URL('../corpus/', import.meta.url);

const sorted = (rows: readonly VillageRow[]): string[] =>
  rows.map(({ village, unit, status }) => `${village}/${unit}=${status}`).sort();

const answered = (
  verdict: Verdict,
): Case['expect'] | { readonly kind: string; readonly reports: string[] } => {
  if (verdict.kind === 'report') return { kind: 'report', reports: sorted(verdict.reports) };
  return verdict.kind === 'refuse' ? { kind: 'refuse', village: verdict.village } : { kind: verdict.kind };
};

const wanted = ({ kind, reports, village }: Case['expect']) => {
  if (kind === 'report') return { kind, reports: sorted(reports ?? []) };
  return kind === 'refuse' ? { kind, village } : { kind };
};

describe.each(readdirSync(CORPUS).filter((name) => name.endsWith('.jsonl')))('corpus %s', (name) => {
  const [first, ...lines] = readFileSync(new URL(name, CORPUS), 'utf8').trim().split('\n');
  const common = (JSON.parse(first!) as { villages: readonly string[] }).villages;
  const cases = lines.map((line) => JSON.parse(line) as Case);

  it.each(cases.map((one) => [one.id, one.tag, one] as const))('%s %s', (_id, _tag, one) => {
    const villages = (one.villages ?? common).map((village) => ({ code: village, name: village }));
    const own = one.sender.role === 'kades' && one.sender.village !== null ? [one.sender.village] : [];
    const { text, mode, forwarded = false } = one;
    const meaning = interpret({ text, mode, villages, own, forwarded });
    const verdict = decide(meaning, { role: one.sender.role, villages: own });
    expect(answered(verdict), one.text).toEqual(wanted(one.expect));
  });
});
