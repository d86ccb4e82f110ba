import { writeFile } from "node:fs/promises";
import { writeCsv } from "../../adapters/node/tables/csv.ts";
import { reasonOf } from "../../adapters/node/tables/table.ts";
import { writeXlsx } from "../../adapters/node/tables/xlsx.ts";
import type { Command, ExportFormat } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { exportTable } from "../exportTable.ts";
import { readAllOkrs, type AllOkrs } from "../okrs.ts";
import { EXIT, fail, type ExitStatus, type Output } from "../output.ts";
import { accessText } from "../texts.ts";

type ExportCommand = Extract<Command, { kind: "export" }>;

/** Everything, in the product's own terms; revisions mean nothing outside the site and stay behind. */
const jsonOf = ({ frame, set: { objectives, keyResults, checkIns } }: AllOkrs): string =>
  `${JSON.stringify({ ...frame, objectives, keyResults, checkIns }, undefined, 2)}\n`;

const contentOf = async (format: ExportFormat, okrs: AllOkrs): Promise<string | Uint8Array> => {
  switch (format) {
    case "json":
      return jsonOf(okrs);
    case "csv":
      return writeCsv(exportTable(okrs));
    case "xlsx":
      return writeXlsx("OKRs", exportTable(okrs));
  }
};

export const runExport = async (command: ExportCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  let unread = 0;
  const connection = await connect(command.connection, caller, () => {
    unread += 1;
  });
  if (!connection.ok) return fail(output, connection.error);
  const okrs = await readAllOkrs(connection.value, command.cycle);
  if (!okrs.ok) return fail(output, accessText(okrs.error));
  if (command.cycle !== undefined && !okrs.value.frame.cycles.some(({ key }) => key === command.cycle)) {
    return fail(output, `There is no cycle with the key "${command.cycle}".`);
  }
  if (unread > 0) output.say(`${unread} rows cannot be read and are left out; "check" names them.`);
  const content = await contentOf(command.format, okrs.value);
  return command.out === undefined ? print(output, content) : writeTo(command.out, content, okrs.value, output);
};

const print = (output: Output, content: string | Uint8Array): ExitStatus => {
  output.print(String(content).replace(/\r?\n$/u, ""));
  return EXIT.done;
};

const writeTo = async (
  path: string,
  content: string | Uint8Array,
  { set }: AllOkrs,
  output: Output,
): Promise<ExitStatus> => {
  try {
    await writeFile(path, content);
  } catch (failure) {
    return fail(output, `${path} cannot be written: ${reasonOf(failure)}`);
  }
  output.say(`${set.objectives.length} objectives and ${set.keyResults.length} key results in ${path}`);
  return EXIT.done;
};
