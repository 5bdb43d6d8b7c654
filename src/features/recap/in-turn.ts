/** Has a work done by so many at once, at most; what comes meanwhile waits, and is begun in its order. */
export function inTurn<In>(most: number, work: (input: In) => Promise<void>): (input: In) => void {
  const waiting: In[] = [];
  let busy = 0;
  function next(): void {
    if (busy === most || waiting.length === 0) return;
    busy += 1;
    void work(waiting.shift()!).finally(() => {
      busy -= 1;
      next();
    });
  }
  return (input) => {
    waiting.push(input);
    next();
  };
}
