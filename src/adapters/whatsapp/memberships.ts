export type Memberships = ReturnType<typeof createMemberships>;

/** The groups that a number is known to be in, since the process runs: the server has listed them, or somebody was heard there. */
export function createMemberships() {
  let groups = new Set<string>();
  /** Those of the present connection: of the others it is not known whether the number, perhaps a new one, is in them still. */
  let sure = new Set<string>();
  let isComplete = false;
  /** Those that it was put out of, or is told so by a refusal, and of which nothing was heard since. */
  const out = new Set<string>();
  let hasListed = (): void => {};
  const listed = new Promise<void>((resolve) => {
    hasListed = resolve;
  });
  const joined = (group: string): void => {
    groups.add(group);
    sure.add(group);
    out.delete(group);
  };
  return {
    /** Resolves when the server has listed them, or did not. */
    listed,
    hasListed,
    /** A connection begins. */
    connects(): void {
      sure = new Set();
      isComplete = false;
    },
    /** The server lists all of them. What is heard besides may be older. */
    list(all: readonly string[]): void {
      groups = new Set(all);
      sure = new Set(all);
      out.clear();
      isComplete = true;
    },
    isIn: (group: string): boolean => groups.has(group),
    isSurelyIn: (group: string): boolean => sure.has(group),
    /** Whether it was put out of a group, or the server has listed all and that one was not among them; and nothing was heard of it since. */
    isOutOf: (group: string): boolean => out.has(group) || (isComplete && !sure.has(group)),
    joined,
    left: (group: string): void => {
      groups.delete(group);
      sure.delete(group);
      out.add(group);
    },
  };
}
