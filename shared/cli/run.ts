import { readArguments } from "./arguments.ts";
import { runCheck } from "./commands/runCheck.ts";
import { runExport } from "./commands/runExport.ts";
import { runImport } from "./commands/runImport.ts";
import { runProvision } from "./commands/runProvision.ts";
import { nodeClock } from "../adapters/node/clock.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Environment } from "./connect.ts";
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
  const caller = { env, output, clock };
  switch (command.value.kind) {
    case "help":
      output.print(HELP.trimEnd());
      return EXIT.done;
    case "import":
      return runImport(command.value, caller);
    case "export":
      return runExport(command.value, caller);
    case "provision":
      return runProvision(command.value, caller);
    case "check":
      return runCheck(command.value, caller);
  }
};
