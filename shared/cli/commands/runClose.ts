import { administration } from "#shared/application/protection/administration.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { EXIT, fail, type ExitStatus } from "../output.ts";
import { accessText, newerSchemaText } from "../texts.ts";

type CloseCommand = Extract<Command, { kind: "close" }>;

export const runClose = async (
  { key, reopen, connection: choice }: CloseCommand,
  caller: Caller,
): Promise<ExitStatus> => {
  const { output } = caller;
  const connection = await connect(choice, caller, () => undefined);
  if (!connection.ok) return fail(output, connection.error);
  const frame = await connection.value.okrRepository.readFrame();
  if (!frame.ok) return fail(output, accessText(frame.error));
  const cycle = frame.value.cycles.find((one) => one.key === key);
  if (!cycle) return fail(output, `There is no cycle with the key "${key}".`);
  const { closeCycle, reopenCycle } = administration(connection.value);
  const done = await (reopen ? reopenCycle : closeCycle)(cycleKey(key));
  if (!done.ok) {
    return fail(output, done.error.type === "NewerSchema" ? newerSchemaText(done.error) : accessText(done.error));
  }
  output.print(`${cycle.name} is ${reopen ? "open again" : "closed"}.`);
  if (!reopen && !done.value.isLocked) {
    output.say(
      "Its OKRs lie in lists that other cycles use, so SharePoint still lets people write there; the apps do not offer it any more.",
    );
  }
  return EXIT.done;
};
