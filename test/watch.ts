/** Lets a test wait for something that happens in a double. */
export function createWatch() {
  const watchers = new Set<() => void>();
  return {
    /** Something happened: what is waited for may be true now. */
    watch(): void {
      for (const watcher of [...watchers]) watcher();
    },
    /** Waits until something is true; asked again whenever anything happens. */
    until: (what: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const watcher = () => {
          if (!what()) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
  };
}
