import { administration } from "#shared/application/protection/administration.ts";
import { checkHealth, type HealthReport } from "#shared/application/health/checkHealth.ts";
import { mendOf, severityOf, type Finding, type Mend } from "#shared/application/health/findings.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { NewerSchema } from "#shared/ports/provisioning.ts";
import { findingsEn } from "#shared/ui/admin/text/findings.en.ts";
import { findingText } from "#shared/ui/admin/text/findingText.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller, type Connection } from "../connect.ts";
import { EXIT, fail, type ExitStatus, type Output } from "../output.ts";
import { accessText, newerSchemaText } from "../texts.ts";

type HealthCommand = Extract<Command, { kind: "health" }>;

export const runHealth = async (command: HealthCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  const connection = await connect(command.connection, caller, () => undefined);
  if (!connection.ok) return fail(output, connection.error);
  const look = () =>
    checkHealth(connection.value)({
      ...(command.app === undefined ? {} : { appId: command.app }),
      ...(command.member === undefined ? {} : { members: [command.member] }),
    });
  const before = await look();
  if (!before.ok) return fail(output, accessText(before.error));
  const wanted = command.mend ? mendsIn(before.value) : [];
  for (const mend of wanted) {
    const mended = await carryOut(mend, connection.value, before.value, command.app, output);
    if (mended && !mended.ok) return fail(output, errorText(mended.error));
  }
  const report = wanted.length > 0 ? await look() : before;
  if (!report.ok) return fail(output, accessText(report.error));
  output.print(command.json ? JSON.stringify(report.value) : textOf(report.value));
  return report.value.findings.some((finding) => severityOf(finding) === "error") ? EXIT.errorsFound : EXIT.done;
};

const errorText = (error: AccessError | NewerSchema): string =>
  error.type === "NewerSchema" ? newerSchemaText(error) : accessText(error);

/** In the order in which they need each other. */
const ORDER: readonly Mend[] = ["setUp", "close", "protect", "grant", "addLead"];

const mendsIn = ({ findings }: HealthReport): readonly Mend[] => {
  const wanted = new Set(findings.map(mendOf));
  // Lists that are made have to be given their rights.
  if (wanted.has("setUp")) wanted.add("protect");
  return ORDER.filter((mend) => wanted.has(mend));
};

const carryOut = async (
  mend: Mend,
  connection: Connection,
  { findings }: HealthReport,
  app: string | undefined,
  output: Output,
): Promise<Result<unknown, AccessError | NewerSchema> | undefined> => {
  const admin = administration(connection);
  switch (mend) {
    case "setUp":
      return connection.provisioning.provision({});
    case "protect":
      return admin.protect();
    case "grant":
      return app === undefined
        ? undefined
        : connection.provisioning.provision({ grantTo: { appId: app, name: "Drumbeat" } });
    case "close":
      return closeAll(admin, findings);
    case "addLead":
      output.say("Name a lead with: npm run -s okr -- provision --lead ADDRESS");
      return undefined;
  }
};

const closeAll = async (
  { closeCycle, reopenCycle }: ReturnType<typeof administration>,
  findings: readonly Finding[],
): Promise<Result<unknown, AccessError | NewerSchema> | undefined> => {
  for (const finding of findings) {
    if (finding.code !== "closedButOpen") continue;
    const done = await (finding.closed ? closeCycle : reopenCycle)(finding.cycleKey);
    if (!done.ok) return done;
  }
  return undefined;
};

const HOW: Readonly<Record<Mend, string>> = {
  setUp: "health --mend",
  protect: "health --mend",
  close: "health --mend",
  grant: "provision --grant CLIENT_ID",
  addLead: "provision --lead ADDRESS",
};

const findingLines = (finding: Finding): readonly string[] => {
  const { what, means, how } = findingText(finding, findingsEn);
  const mend = mendOf(finding);
  const command = mend === undefined ? "" : ` (npm run -s okr -- ${HOW[mend]})`;
  return [`${severityOf(finding).padEnd(8)} ${what}`, `         ${means}`, `         → ${how}${command}`];
};

const count = (rows: number): string => rows.toLocaleString("en");

const textOf = ({ findings, schema, supported, sizes, proved }: HealthReport): string =>
  [
    ...findings.flatMap(findingLines),
    ...sizes.map(({ list, items, limit }) => `size     ${list}: ${count(items)} of ${count(limit)} rows`),
    ...proved.map(({ role, name }) => `asked    SharePoint about ${name}, a ${role}`),
    `version ${schema ?? "none"} of ${supported}; ${findings.length === 0 ? "everything is as it should be" : `${findings.length} findings`}`,
  ].join("\n");
