/** Work that has begun and has not ended, so that a stop can wait for it. */
export interface InFlight {
  /** Gives back the same promise and remembers it until it settles. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when everything that is tracked now has settled; never rejects. */
  settled(): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
      return work;
    },
    async settled() {
      await Promise.allSettled([...running]);
    },
  };
}
