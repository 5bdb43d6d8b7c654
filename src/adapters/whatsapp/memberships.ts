export type Memberships = ReturnType<typeof createMemberships>;

/** The groups that a number is known to be in, since the process runs: the server has listed them, or somebody was heard there. */
export function createMemberships() {
  const groups = new Set<string>();
  let hasListed = (): void => {};
  const listed = new Promise<void>((resolve) => {
    hasListed = resolve;
  });
  return {
    /** Resolves when the server has listed them, or did not. */
    listed,
    hasListed,
    isIn: (group: string): boolean => groups.has(group),
    joined: (group: string): void => {
      groups.add(group);
    },
    left: (group: string): void => {
      groups.delete(group);
    },
  };
}
