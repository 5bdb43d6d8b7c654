import { type Accounts, accounts } from './accounts.ts';
import type { Db } from './db.ts';
import { type Roles, roles } from './roles.ts';

/** People, the accounts that they are known by, and their roles. */
export interface People extends Accounts, Roles {}

export const people = (db: Db): People => ({ ...accounts(db), ...roles(db) });
