import { readFile } from "node:fs/promises";
import { reasonOf } from "../../adapters/node/tables/table.ts";
import { restore } from "#shared/application/transfer/restore.ts";
import {
  RESTORED_KINDS,
  type RestoreFinding,
  type RestoreReport,
  type RestoredKind,
} from "#shared/application/transfer/restorePlan.ts";
import { readDocument, type DocumentError } from "#shared/domain/transfer/document.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller, type Connection } from "../connect.ts";
import { EXIT, fail, type ExitStatus } from "../output.ts";
import { accessText, newerSchemaText, outcomeText } from "../texts.ts";

type RestoreCommand = Extract<Command, { kind: "restore" }>;

export const runRestore = async (command: RestoreCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  let text: string;
  try {
    text = await readFile(command.file, "utf8");
  } catch (failure) {
    return fail(output, `${command.file} cannot be read: ${reasonOf(failure)}`);
  }
  const document = readDocument(text);
  if (!document.ok) return fail(output, `${command.file}: ${documentText(document.error)}`);
  const connection = await connect(command.connection, caller, () => undefined);
  if (!connection.ok) return fail(output, connection.error);
  const author = await connection.value.who();
  if (!author.ok) return fail(output, accessText(author.error));
  const report = await restore(connection.value)(document.value, {
    author: author.value,
    onProgress: (done, all) => {
      if (done % 100 === 0 || done === all) output.say(`${done} of ${all} records`);
    },
  });
  if (!report.ok) {
    const { error } = report;
    return fail(output, error.type === "NewerSchema" ? newerSchemaText(error) : accessText(error));
  }
  output.print(command.json ? JSON.stringify(report.value) : reportText(report.value));
  await protect(connection.value, caller);
  return refused(report.value) > 0 ? EXIT.failed : EXIT.done;
};

/** Lists that were just made are as open as the site until somebody gives them their rights. */
const protect = async (
  { reachesSharePoint, protection, okrRepository }: Connection,
  { output }: Caller,
): Promise<void> => {
  if (!reachesSharePoint) return output.say("Rights were not set; see: npm run -s okr -- health");
  const frame = await okrRepository.readFrame();
  const done = frame.ok ? await protection.protect(frame.value.partitions) : frame;
  if (!done.ok) output.say(`Rights were not set: ${accessText(done.error)}`);
};

const documentText = (error: DocumentError): string => {
  switch (error.type) {
    case "NotJson":
      return "this is not JSON.";
    case "NotAnExport":
      return "this is no export of everything. Make one with: npm run -s okr -- export --all --out FILE";
    case "NewerDocument":
      return `it was written by a newer program (version ${error.found}); this one reads up to ${error.supported}.`;
    case "Misshapen":
      return `${error.at || "the document"} must be ${error.wanted}.`;
  }
};

const NAMES: Readonly<Record<RestoredKind, string>> = {
  cycles: "cycles",
  units: "units",
  objectives: "objectives",
  keyResults: "key results",
  checkIns: "check-ins",
  initiatives: "initiatives",
  log: "log entries",
};

const refused = ({ counts }: RestoreReport): number =>
  RESTORED_KINDS.reduce((sum, kind) => sum + counts[kind].refused, 0);

const whyText = ({ why }: RestoreFinding): string => {
  if (why.type === "Different") return "is there already, but not the same; left as it is";
  if (why.type === "OtherPlan") return "is kept in other lists there than where it came from";
  return outcomeText(why) ?? "";
};

const reportText = ({ counts, findings }: RestoreReport): string =>
  [
    ...findings.map((finding) => `${NAMES[finding.kind]} ${finding.id} ${finding.title}: ${whyText(finding)}`),
    ...RESTORED_KINDS.map((kind) => {
      const { made, present, different, refused: not } = counts[kind];
      const more = [...(different > 0 ? [`${different} different there`] : []), ...(not > 0 ? [`${not} refused`] : [])];
      return `${NAMES[kind]}: ${[`${made} restored`, `${present} there already`, ...more].join(", ")}`;
    }),
  ].join("\n");
