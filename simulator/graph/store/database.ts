/**
 * The store: one SQLite file through libsql, durable over a killed process.
 * Everything above sees only this interface, so that another SQLite binding can take libsql's place.
 */
import Libsql from "libsql";
import { schema, upgrades } from "./schema.ts";

/** A blob goes in as bytes and comes back as an `ArrayBuffer`. */
export type SqlValue = string | number | null | Uint8Array;

export interface Database {
  /** The caller names the columns it selected; SQLite cannot. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- see above
  readonly all: <T>(sql: string, ...values: readonly SqlValue[]) => readonly T[];
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
  readonly get: <T>(sql: string, ...values: readonly SqlValue[]) => T | undefined;
  /** Returns the number of changed rows. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => number;
  /**
   * All or nothing. The outermost call commits to disk before it returns; an inner one is a savepoint,
   * so that one failed request of a batch leaves its neighbours alone.
   */
  readonly transaction: <T>(work: () => T) => T;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

interface Statement {
  readonly all: (...values: readonly SqlValue[]) => readonly unknown[];
  readonly get: (...values: readonly SqlValue[]) => unknown;
  readonly run: (...values: readonly SqlValue[]) => { readonly changes: number };
}

/** @param file path, or ":memory:" */
export const openDatabase = (file: string): Database => {
  const connection = new Libsql(file);
  connection.exec("PRAGMA journal_mode = WAL");
  connection.exec("PRAGMA synchronous = FULL");
  connection.exec("PRAGMA temp_store = MEMORY");
  // Half a million rows and their indexes are some 250 MB; with SQLite's 2 MB of cache each insertion would read from disk.
  connection.exec("PRAGMA cache_size = -131072");
  connection.exec("PRAGMA wal_autocheckpoint = 8000");
  connection.exec(schema);
  for (const { unless, sql } of upgrades) if (connection.prepare(unless).get() === undefined) connection.exec(sql);
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql) as unknown as Statement;
    statements.set(sql, statement);
    return statement;
  };
  let depth = 0;
  const transaction = <T>(work: () => T): T => {
    const outermost = depth === 0;
    connection.exec(outermost ? "BEGIN IMMEDIATE" : `SAVEPOINT s${depth}`);
    depth += 1;
    try {
      const result = work();
      depth -= 1;
      connection.exec(outermost ? "COMMIT" : `RELEASE s${depth}`);
      return result;
    } catch (error) {
      depth = outermost ? 0 : depth - 1;
      connection.exec(outermost ? "ROLLBACK" : `ROLLBACK TO s${depth}; RELEASE s${depth}`);
      throw error;
    }
  };
  return {
    all: ((sql, ...values) => prepare(sql).all(...values)) as Database["all"],
    get: ((sql, ...values) => prepare(sql).get(...values)) as Database["get"],
    run: (sql, ...values) => prepare(sql).run(...values).changes,
    transaction,
    isOpen: () => connection.open,
    close: () => {
      statements.clear();
      connection.close();
    },
  };
};
