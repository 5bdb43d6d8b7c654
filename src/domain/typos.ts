/** True when at most so many letters are wrong, missing, too many, or swapped with a neighbour. */
export function isWithinTypos(typed: string, meant: string, most: number): boolean {
  if (typed === meant) return true;
  if (most === 0 || Math.abs(typed.length - meant.length) > most) return false;
  let same = 0;
  while (typed[same] === meant[same]) same++;
  const [a, b] = [typed.slice(same), meant.slice(same)];
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return (
    isWithinTypos(a.slice(1), b.slice(1), most - 1) ||
    isWithinTypos(a.slice(1), b, most - 1) ||
    isWithinTypos(a, b.slice(1), most - 1) ||
    (isSwapped && isWithinTypos(a.slice(2), b.slice(2), most - 1))
  );
}
