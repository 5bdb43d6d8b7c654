// For a bot in a process of its own (`node --import`): SQLite gets the pragma in the file before each transaction, and so is
// full (`max_page_count = 1`) or read-only (`query_only = 1`) as long as it says so.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const { prepare } = Database.prototype;

Database.prototype.prepare = function (source) {
  const statement = prepare.call(this, source);
  if (source !== 'BEGIN IMMEDIATE') return statement;
  const { run } = statement;
  statement.run = (...args) => {
    this.pragma(readFileSync(process.env.PRAGMA, 'utf8'));
    return run.apply(statement, args);
  };
  return statement;
};
