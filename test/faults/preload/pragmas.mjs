// For a bot in a process of its own (`node --import`): SQLite gets the pragma in the file before each transaction, and so is
// full (`max_page_count = 1`) or read-only (`query_only = 1`) as long as it says so. What all statements share is their native
// prototype: the library's own transactions prepare theirs past `Database.prototype`.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const statement = new Database(':memory:').prepare('SELECT 1');
const prototype = Object.getPrototypeOf(statement);
const { run } = prototype;

prototype.run = function (...args) {
  if (this.source === 'BEGIN IMMEDIATE') this.database.pragma(readFileSync(process.env.PRAGMA, 'utf8'));
  return run.apply(this, args);
};
