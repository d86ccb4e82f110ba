import type { ProvisionReport } from "#shared/ports/provisioning.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { EXIT, type ExitStatus } from "../output.ts";
import { accessText } from "../texts.ts";

type ProvisionCommand = Extract<Command, { kind: "provision" }>;

export const runProvision = async (command: ProvisionCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  const connection = await connect(command.connection, caller, () => undefined);
  if (!connection.ok) {
    output.say(connection.error);
    return EXIT.failed;
  }
  const { organisation, grant } = command;
  const report = await connection.value.provisioning.provision({
    ...(organisation === undefined ? {} : { organisation }),
    ...(grant === undefined ? {} : { grantTo: { appId: grant, name: "Drumbeat" } }),
  });
  if (report.ok) {
    output.print(command.json ? JSON.stringify(report.value) : reportText(report.value));
    return EXIT.done;
  }
  output.say(
    report.error.type === "NewerSchema"
      ? `The lists are of version ${report.error.found}; this program knows up to ${report.error.supported}. Use a newer one.`
      : accessText(report.error),
  );
  return EXIT.failed;
};

const reportText = ({ lists, schemaBefore, schema }: ProvisionReport): string => {
  const lines = lists.map(({ name, created, repairedColumns, unusableColumns }) => {
    const repaired = repairedColumns.length > 0 ? `; repaired: ${repairedColumns.join(", ")}` : "";
    const unusable = unusableColumns.length > 0 ? `; of the wrong kind: ${unusableColumns.join(", ")}` : "";
    return `${name}: ${created ? "created" : "there"}${repaired}${unusable}`;
  });
  const before = schemaBefore === undefined || schemaBefore === schema ? "" : `, was ${schemaBefore}`;
  return [...lines, `schema version ${schema}${before}`].join("\n");
};
