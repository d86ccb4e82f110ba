import type { RowWarning } from "../../adapters/graph/repository/items.ts";
import { checkStored, type CheckResult, type Finding } from "#shared/domain/check/checkStored.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { readAllOkrs } from "../okrs.ts";
import { EXIT, fail, type ExitStatus } from "../output.ts";
import { problemText } from "../problemTexts.ts";
import { accessText } from "../texts.ts";

type CheckCommand = Extract<Command, { kind: "check" }>;

export const runCheck = async (command: CheckCommand, caller: Caller): Promise<ExitStatus> => {
  const { output, clock } = caller;
  const unread: RowWarning[] = [];
  const connection = await connect(command.connection, caller, (warning) => unread.push(warning));
  if (!connection.ok) return fail(output, connection.error);
  const okrs = await readAllOkrs(connection.value);
  if (!okrs.ok) return fail(output, accessText(okrs.error));
  const { set, frame } = okrs.value;
  const cycleKeys = frame.cycles.map(({ key }) => key);
  const read = await connection.value.okrRepository.readInitiatives({ cycleKeys, units: "all" });
  if (!read.ok) return fail(output, accessText(read.error));
  const result = checkStored(set, frame, instantOf(clock.now()), { initiatives: read.value.initiatives });
  output.print(command.json ? jsonOf(result, unread) : textOf(result, unread));
  return result.counts.error + unread.length > 0 ? EXIT.errorsFound : EXIT.done;
};

const KIND_NAMES: Readonly<Record<Finding["kind"], string>> = {
  cycle: "cycle",
  unit: "unit",
  objective: "objective",
  keyResult: "key result",
  checkIn: "check-in",
  initiative: "initiative",
};

const keyOf = ({ record }: Finding): string => ("id" in record ? record.id : record.key);

const nameOf = ({ record }: Finding): string => {
  if ("title" in record) return record.title;
  return "name" in record ? record.name : `of ${record.at}`;
};

const jsonOf = ({ findings, counts }: CheckResult, unread: readonly RowWarning[]): string =>
  JSON.stringify({
    counts,
    findings: findings.map((finding) => ({
      kind: finding.kind,
      key: keyOf(finding),
      severity: finding.problem.severity,
      code: finding.problem.code,
      field: finding.problem.field,
      message: problemText(finding.problem),
    })),
    unread,
  });

const textOf = ({ findings, counts }: CheckResult, unread: readonly RowWarning[]): string =>
  [
    ...unread.map(({ list, itemId, column }) => `error    row ${itemId} of "${list}" cannot be read: column ${column}`),
    ...findings.map((finding) => {
      const { severity } = finding.problem;
      const what = `${KIND_NAMES[finding.kind]} “${nameOf(finding)}” (${keyOf(finding)})`;
      return `${severity.padEnd(8)} ${what}: ${problemText(finding.problem)}`;
    }),
    `${counts.error + unread.length} errors, ${counts.warning} warnings, ${counts.info} remarks`,
  ].join("\n");
