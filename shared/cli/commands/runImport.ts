import { basename } from "node:path";
import { readTableFile } from "../../adapters/node/tables/tableFile.ts";
import type { Command } from "../arguments.ts";
import { connect, namesSomebody, type Caller, type Connection } from "../connect.ts";
import { EXIT, fail, type ExitStatus, type Output } from "../output.ts";
import { accessText, fileText } from "../texts.ts";
import {
  carryOutImport,
  planAgainstStored,
  planOnItsOwn,
  type ImportChoices,
  type ImportReport,
  type PlannedImport,
} from "./importRows.ts";
import type { TableRows } from "../../adapters/node/tables/table.ts";

type ImportCommand = Extract<Command, { kind: "import" }>;

export const runImport = async (command: ImportCommand, caller: Caller): Promise<ExitStatus> => {
  const { env, output, clock } = caller;
  const rows = await readTableFile(command.file);
  if (!rows.ok) return fail(output, fileText(command.file, rows.error));
  const choices: ImportChoices = {
    locale: command.locale,
    source: command.source ?? basename(command.file),
    nowMs: clock.now(),
  };
  if (command.dryRun && !namesSomebody(command.connection, env)) {
    const planned = planOnItsOwn(rows.value, choices);
    return report(command, planned, planned.report, output);
  }
  const connection = await connect(command.connection, caller, () => undefined);
  return connection.ok
    ? importConnected(command, connection.value, rows.value, choices, output)
    : fail(output, connection.error);
};

const importConnected = async (
  command: ImportCommand,
  connection: Connection,
  rows: TableRows,
  choices: ImportChoices,
  output: Output,
): Promise<ExitStatus> => {
  const planned = await planAgainstStored(connection, rows, choices);
  if (!planned.ok) return fail(output, accessText(planned.error));
  if (command.dryRun) return report(command, planned.value, planned.value.report, output);
  const { done, refused } = await carryOutImport(connection, planned.value, (count, all) => {
    if (count % 100 === 0 || count === all) output.say(`${count} of ${all} records`);
  });
  const status = report(command, planned.value, done, output);
  for (const { what, reason } of refused) output.say(`${what} was not stored: ${reason}`);
  return refused.length > 0 ? EXIT.failed : status;
};

const report = (
  { json, dryRun }: ImportCommand,
  { result }: PlannedImport,
  done: ImportReport,
  output: Output,
): ExitStatus => {
  if (done.imported + done.rejected.length + done.skipped.length === 0) {
    output.say("The file has no rows below its header.");
  }
  if (json) {
    output.print(JSON.stringify(done));
    return EXIT.done;
  }
  for (const { row, reason } of done.rejected) output.print(`row ${row} rejected: ${reason}`);
  for (const { row, reason } of done.skipped) output.print(`row ${row} skipped: ${reason}`);
  if (result.unusedColumns.length > 0) output.print(`columns not used: ${result.unusedColumns.join(", ")}`);
  const { cycles, units, objectives, keyResults, checkIns } = result.plan;
  output.print(
    `${dryRun ? "would make" : "made"}: ${cycles.length} cycles, ${units.length} units, ${objectives.length} objectives, ` +
      `${keyResults.length} key results, ${checkIns.length} check-ins`,
  );
  const verb = dryRun ? "would be imported" : "imported";
  output.print(`${done.imported} rows ${verb}, ${done.rejected.length} rejected, ${done.skipped.length} skipped`);
  return EXIT.done;
};
