// How much is asked for of what is looked for.

/** A share in percent, or a number of units of a village, that is asked for. */
export interface Bounds {
  readonly of: 'units' | 'percent';
  readonly is: 'below' | 'above' | 'least' | 'most' | 'exact';
  readonly at: number;
}

/** Whether so many of a whole are within bounds. */
export function isWithinBounds({ of: kind, is, at }: Bounds, count: number, of: number): boolean {
  const [value, limit] = kind === 'units' ? [count, at] : [100 * count, at * of];
  switch (is) {
    case 'below':
      return value < limit;
    case 'above':
      return value > limit;
    case 'least':
      return value >= limit;
    case 'most':
      return value <= limit;
    case 'exact':
      return value === limit;
  }
}
