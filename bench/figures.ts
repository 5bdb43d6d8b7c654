/** The figure that so many of a hundred do not exceed. */
export function percentile(figures: readonly number[], of: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * of) / 100) - 1)] ?? Number.NaN;
}

/** The middle one of some figures. */
export const median = (figures: readonly number[]): number => percentile(figures, 50);

/** What was measured of one work, and what was wanted. */
export interface Figure {
  readonly work: string;
  /** As measured, with its unit. */
  readonly ours: string;
  readonly against?: string;
  /** What the goal is about: the ratio of the two, or the figure itself. */
  readonly value: number;
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

const meets = ({ value, goal }: Figure): boolean | undefined =>
  goal && ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);

const goalText = ({ goal }: Figure): string =>
  goal === undefined ? '' : 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;

/** The figures as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.work,
    figure.ours,
    figure.against ?? '',
    figure.value.toPrecision(3),
    goalText(figure),
    { true: 'met', false: 'MISSED', undefined: '' }[`${meets(figure)}`]!,
  ]);
  const all = [['work', 'kopdes-bot', 'against', 'value', 'goal', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same for programs. */
export const json = (figures: readonly Figure[]): string =>
  `${JSON.stringify(
    figures.map((figure) => ({ ...figure, met: meets(figure) })),
    null,
    2,
  )}\n`;
