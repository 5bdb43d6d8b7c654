// For a bot in a process of its own (`node --import`): SQLite gets the pragma in the file before each transaction, and so is
// full (`max_page_count = 1`) or read-only (`query_only = 1`) as long as it says so. The bot's library is in its bundle: what
// both share is the native part.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Statement } = createRequire(import.meta.url)('better-sqlite3/build/Release/better_sqlite3.node');
const { run } = Statement.prototype;

Statement.prototype.run = function (...args) {
  if (this.source === 'BEGIN IMMEDIATE') this.database.pragma(readFileSync(process.env.PRAGMA, 'utf8'));
  return run.apply(this, args);
};
