import { readArguments, type Command } from "./arguments.ts";
import { runCheck } from "./commands/runCheck.ts";
import { runClose } from "./commands/runClose.ts";
import { runExport } from "./commands/runExport.ts";
import { runExportAll } from "./commands/runExportAll.ts";
import { runHealth } from "./commands/runHealth.ts";
import { runHistory } from "./commands/runHistory.ts";
import { runImport } from "./commands/runImport.ts";
import { runProvision } from "./commands/runProvision.ts";
import { runRestore } from "./commands/runRestore.ts";
import { nodeClock } from "../adapters/node/clock.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Caller, Environment } from "./connect.ts";
import { HELP } from "./help.ts";
import { EXIT, type ExitStatus, type Output } from "./output.ts";

/** The command line without the process around it. */
export const run = async (
  args: readonly string[],
  env: Environment,
  output: Output,
  clock: Clock = nodeClock,
): Promise<ExitStatus> => {
  const command = readArguments(args);
  if (!command.ok) {
    output.say(`${command.error}\nnpm run -s okr -- help says more.`);
    return EXIT.wrongUsage;
  }
  return start(command.value, { env, output, clock });
};

type Runner<Kind extends Command["kind"]> = (
  command: Extract<Command, { readonly kind: Kind }>,
  caller: Caller,
) => Promise<ExitStatus>;

const RUNNERS: { readonly [Kind in Command["kind"]]: Runner<Kind> } = {
  help: (_command, { output }) => {
    output.print(HELP.trimEnd());
    return Promise.resolve(EXIT.done);
  },
  import: runImport,
  export: runExport,
  exportAll: runExportAll,
  restore: runRestore,
  provision: runProvision,
  check: runCheck,
  health: runHealth,
  history: runHistory,
  close: runClose,
};

const start = <Kind extends Command["kind"]>(
  command: Extract<Command, { readonly kind: Kind }>,
  caller: Caller,
): Promise<ExitStatus> => {
  const runner: Runner<Kind> = RUNNERS[command.kind];
  return runner(command, caller);
};
