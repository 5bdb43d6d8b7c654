// For a bot in a process of its own (`node --import`): SQLite gets the pragma in the file before each transaction, and so is
// full (`max_page_count = 1`) or read-only (`query_only = 1`) as long as it says so.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const { transaction } = Database.prototype;

Database.prototype.transaction = function (work) {
  const { immediate } = transaction.call(this, work);
  const begin = (...args) => {
    this.pragma(readFileSync(process.env.PRAGMA, 'utf8'));
    return immediate(...args);
  };
  return Object.assign(begin, { immediate: begin });
};
