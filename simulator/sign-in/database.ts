/**
 * The memory of the sign-in: keys, consents, sessions, refresh tokens. One libsql file, so that people stay signed in
 * over restarts and a killed process loses nothing that was answered.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";

export type SignInDatabase = Database.Database;

const schema = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS consents (
    client_id TEXT NOT NULL, principal TEXT NOT NULL, scope TEXT NOT NULL,
    PRIMARY KEY (client_id, principal, scope)
  );
  CREATE TABLE IF NOT EXISTS browser_accounts (
    session_uid TEXT NOT NULL, user_id TEXT NOT NULL, signed_in_at INTEGER NOT NULL,
    PRIMARY KEY (session_uid, user_id)
  );
  CREATE TABLE IF NOT EXISTS payloads (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grant_id TEXT, uid TEXT,
    expires_at INTEGER, PRIMARY KEY (model, id)
  );
  CREATE INDEX IF NOT EXISTS payloads_by_grant ON payloads (grant_id);
  CREATE INDEX IF NOT EXISTS payloads_by_uid ON payloads (model, uid);
`;

/** @param file a path, or `:memory:` */
export const openDatabase = (file: string): SignInDatabase => {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("busy_timeout = 5000");
  database.exec(schema);
  return database;
};

/** Reads a setting; the first time, makes it and keeps it. */
export const settingOnce = (database: SignInDatabase, name: string, make: () => string): string => {
  const row = database.prepare("SELECT value FROM settings WHERE name = ?").get(name) as { value: string } | undefined;
  if (row) return row.value;
  const value = make();
  database.prepare("INSERT INTO settings (name, value) VALUES (?, ?)").run(name, value);
  return value;
};
