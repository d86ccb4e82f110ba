import type { Database, SqlValue } from "./database.ts";

/** Rows of one statement: beyond this, fewer calls no longer make up for longer ones. */
const TOGETHER = 50;

/** Many rows with few statements. @param into `INSERT INTO table (column, …)` */
export const insertMany = (db: Database, into: string, rows: readonly (readonly SqlValue[])[]): void => {
  const [first] = rows;
  if (first === undefined) return;
  const placeholders = `(${first.map(() => "?").join(", ")})`;
  // Statements are kept ready by their text, so there must be few different ones.
  const whole = rows.length - (rows.length % TOGETHER);
  const together = `${into} VALUES ${Array.from({ length: TOGETHER }, () => placeholders).join(", ")}`;
  for (let from = 0; from < whole; from += TOGETHER) db.run(together, ...rows.slice(from, from + TOGETHER).flat());
  for (const row of rows.slice(whole)) db.run(`${into} VALUES ${placeholders}`, ...row);
};
