/** What the random choices of this run follow from: the same for every run, another one by `FAULTS_SEED`. */
export const SEED = Number(process.env.FAULTS_SEED ?? 20270515);
console.log(`FAULTS_SEED=${SEED}`);

export type Random = ReturnType<typeof createRandom>;

/** Choices that follow from a seed (mulberry32). */
export function createRandom(seed: number) {
  let state = seed | 0;
  /** At least 0, below 1. */
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to below `n`. */
  const below = (n: number): number => Math.floor(fraction() * n);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const chance = (p: number): boolean => fraction() < p;
  const shuffle = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    return items.map(() => rest.splice(below(rest.length), 1)[0]!);
  };
  return { below, pick, chance, shuffle };
}
