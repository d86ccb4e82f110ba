import { initiativeRows, readHistory } from "#shared/application/history/readHistory.ts";
import type { FieldChange, HistoryEvent, Subject } from "#shared/domain/audit/history.ts";
import type { LogAction } from "#shared/domain/audit/logEntry.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { ObjectiveId, Revision, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller } from "../connect.ts";
import { readAllOkrs } from "../okrs.ts";
import { EXIT, fail, type ExitStatus } from "../output.ts";
import { accessText } from "../texts.ts";

type HistoryCommand = Extract<Command, { kind: "history" }>;

export const runHistory = async (command: HistoryCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  const connection = await connect(command.connection, caller, () => undefined);
  if (!connection.ok) return fail(output, connection.error);
  const okrs = await readAllOkrs(connection.value);
  if (!okrs.ok) return fail(output, accessText(okrs.error));
  const found = find(okrs.value.set, command.id);
  if (!found) return fail(output, `There is no objective or key result with the id "${command.id}".`);
  const { cycles } = okrs.value.frame;
  const scope = { cycleKeys: cycles.map(({ key }) => key), units: [found.unitKey] };
  const work = await connection.value.okrRepository.readInitiatives(scope);
  if (!work.ok) return fail(output, accessText(work.error));
  const rows = [...found.revisions, ...initiativeRows(work.value, found.id)];
  const events = await readHistory(connection.value)(found.id, rows);
  if (!events.ok) return fail(output, accessText(events.error));
  output.print(command.json ? JSON.stringify(events.value) : events.value.map(eventText).join("\n"));
  return EXIT.done;
};

/** An objective with its key results; a key result stands for its objective. */
const find = (
  { objectives, keyResults, revisions }: OkrSet,
  id: string,
): { readonly id: ObjectiveId; readonly unitKey: UnitKey; readonly revisions: readonly Revision[] } | undefined => {
  const objectiveId = keyResults.find((one) => one.id === id)?.objectiveId ?? id;
  const objective = objectives.find((one) => one.id === objectiveId);
  if (!objective) return undefined;
  const ids = [objective.id, ...keyResults.filter((one) => one.objectiveId === objective.id).map((one) => one.id)];
  const { unitKey } = objective;
  return {
    id: objective.id,
    unitKey,
    revisions: ids.map((one) => revisions.get(one)).filter((one) => one !== undefined),
  };
};

const ACTIONS: Readonly<Record<LogAction, string>> = {
  publish: "published",
  unlock: "unlocked",
  openCycle: "opened the cycle",
  closeCycle: "closed the cycle",
  reopenCycle: "opened the cycle again",
  repair: "mended the site",
  restore: "restored an export",
};

const KINDS: Readonly<Record<Subject["kind"], string>> = {
  objective: "objective",
  keyResult: "key result",
  initiative: "initiative",
};

const subjectText = ({ kind, title }: Subject): string => `${KINDS[kind]} “${title}”`;

const valueText = (value: unknown): string => {
  if (value === undefined || value === "") return "nothing";
  if (typeof value === "string") return `“${value}”`;
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  return JSON.stringify(value);
};

const fieldTexts = (fields: readonly FieldChange[]): readonly string[] =>
  fields.map(({ field, before, after }) => `    ${field}: ${valueText(before)} → ${valueText(after)}`);

const eventText = (event: HistoryEvent): string => {
  const head = `${event.at} ${event.by.name}`;
  switch (event.type) {
    case "made":
      return `${head} made the ${subjectText(event.subject)}`;
    case "changed":
      return [`${head} changed the ${subjectText(event.subject)}`, ...fieldTexts(event.fields)].join("\n");
    case "logged": {
      const { action, reason } = event.entry;
      return [
        `${head} ${ACTIONS[action]}${reason === "" ? "" : `: ${reason}`}`,
        ...event.changes.flatMap(({ subject, change, fields }) => [
          `  ${subjectText(subject)} ${change}`,
          ...fieldTexts(fields),
        ]),
      ].join("\n");
    }
  }
};
