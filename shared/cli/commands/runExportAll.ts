import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reasonOf } from "../../adapters/node/tables/table.ts";
import { writeWorkbookFile } from "../../adapters/node/tables/workbook.ts";
import { exportEverything } from "#shared/application/transfer/exportEverything.ts";
import { sheetsOf } from "#shared/application/transfer/sheets.ts";
import { writeDocument, type ExportDocument } from "#shared/domain/transfer/document.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { EXIT, fail, type ExitStatus, type Output } from "../output.ts";
import { accessText } from "../texts.ts";

type ExportAllCommand = Extract<Command, { kind: "exportAll" }>;

export const runExportAll = async (command: ExportAllCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  let unread = 0;
  const connection = await connect(command.connection, caller, () => {
    unread += 1;
  });
  if (!connection.ok) return fail(output, connection.error);
  const document = await exportEverything(connection.value)();
  if (!document.ok) return fail(output, accessText(document.error));
  if (unread > 0) output.say(`${unread} rows cannot be read and are left out; "check" names them.`);
  if (command.out === undefined) {
    output.print([...writeDocument(document.value)].join("").trimEnd());
    return EXIT.done;
  }
  return writeTo(command.out, command.format, document.value, output);
};

const writeTo = async (
  path: string,
  format: ExportAllCommand["format"],
  document: ExportDocument,
  output: Output,
): Promise<ExitStatus> => {
  try {
    if (format === "xlsx") await writeWorkbookFile(path, sheetsOf(document));
    else await pipeline(Readable.from(writeDocument(document)), createWriteStream(path));
  } catch (failure) {
    return fail(output, `${path} cannot be written: ${reasonOf(failure)}`);
  }
  output.say(`Everything is in ${path}: ${countsOf(document)}`);
  return EXIT.done;
};

const countsOf = ({ cycles, units, objectives, keyResults, checkIns, initiatives, log }: ExportDocument): string =>
  `${cycles.length} cycles, ${units.length} units, ${objectives.length} objectives, ${keyResults.length} key results, ` +
  `${checkIns.length} check-ins, ${initiatives.length} initiatives, ${log.length} entries of the log`;
