import { AsyncLocalStorage } from 'node:async_hooks';

/** Is given the errors of its work that nobody has caught. */
type Owner = (error: unknown) => void;

const owners = new AsyncLocalStorage<Owner>();

/** Begins work that lets errors go, as libraries do. Those of all that it leads to go to its owner, instead of ending the process. */
export const ownedBy = <T>(owner: Owner, work: () => T): T => owners.run(owner, work);

/** Gives each error that nobody has caught to the owner of the work that it comes from; one of nobody's work to `orElse`. */
export function catchStrays(orElse: Owner): void {
  process.on('uncaughtException', (error) => (owners.getStore() ?? orElse)(error));
}
