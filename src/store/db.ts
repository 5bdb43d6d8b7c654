/** A prepared statement with parameters `P` (a list for `?`, an object for `:name`) and rows `R`. */
export interface Statement<P extends object, R> {
  /** The first row; undefined where there is none. */
  get(...params: Params<P>): R | undefined;
  all(...params: Params<P>): R[];
  /** `changes`: how many rows were inserted, updated or deleted. */
  run(...params: Params<P>): { readonly changes: number };
}
type Params<P> = P extends unknown[] ? P : [P];

/**
 * What the repositories know of the database: SQL, and no engine. Their SQL is what SQLite and PostgreSQL have in common, as far
 * as that costs nothing: `ON CONFLICT`, `RETURNING`, quotes around a name in camel case and around `user`.
 */
export interface Db {
  /** A statement that throws when it is first run where the SQL is wrong, or names what the schema does not have. */
  prepare<P extends object = [], R = unknown>(sql: string): Statement<P, R>;
  /** A statement that gives the first column alone. */
  value<P extends object, R>(sql: string): Statement<P, R>;
  /**
   * A statement that adds one row, and gives the row's id. SQLite knows it without `RETURNING`, for which it would copy each page
   * that the statement changes.
   */
  insert<P extends unknown[], Id>(sql: string): (...params: P) => Id;
  /** All that `work` writes, or nothing when it throws; on the disk when this returns. Within another one: a savepoint. */
  transaction<T>(work: () => T): T;
  /** One state of all tables for as long as `work` reads. */
  read<T>(work: () => T): T;
  /** False once an error has undone the transaction that it fell in. */
  inTransaction(): boolean;
  close(): void;
}
