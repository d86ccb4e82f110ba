import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ProvisionedList } from "#shared/ports/provisioning.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import type { Home } from "../home.ts";
import { textAt } from "../json.ts";
import type { Column, ListDeclaration } from "../lists/columns.ts";
import type { GraphCall, SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages } from "../request/pages.ts";
import { columnDefinition, columnState } from "./columnDefinitions.ts";

/** Columns of a list's POST were reported as silently not created (docs #11966), so every pass reads back what is there. */
const PASSES = 3;

const own = (list: ListDeclaration): readonly (readonly [string, Column])[] =>
  Object.entries(list.columns).filter(([, column]) => !(column.kind === "text" && column.builtIn));

/** Creates the lists that are not there. The names of those created. */
export const createMissingLists = async (
  send: SendToGraph,
  home: Home,
  declarations: readonly ListDeclaration[],
  scopes: Scopes,
): Promise<Result<readonly string[], AccessError>> => {
  const created: string[] = [];
  for (const list of declarations) {
    if (home.listIds.has(list.displayName)) continue;
    const columns = own(list).map(([name, column]) => columnDefinition(name, column));
    const { displayName, description } = list;
    const body = { displayName, description, columns, list: { template: "genericList" } };
    const answer = await send({ method: "POST", path: `${home.sitePath}/lists`, scopes, body });
    // 409: somebody made it at the same moment, or an earlier attempt whose answer was lost did.
    const exists = !answer.ok && answer.error.type === "Refused" && answer.error.status === 409;
    if (!answer.ok && !exists) return err(accessErrorOf(answer.error, displayName));
    created.push(displayName);
  }
  return ok(created);
};

type ColumnReport = Pick<ProvisionedList, "repairedColumns" | "unusableColumns">;

/** Reads the columns back and mends them until they are as declared. */
export const repairColumns = async (
  send: SendToGraph,
  listPath: string,
  list: ListDeclaration,
  scopes: Scopes,
): Promise<Result<ColumnReport, AccessError>> => {
  const repaired = new Set<string>();
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const definitions = await readColumns(send, listPath, list, scopes);
    if (!definitions.ok) return definitions;
    const repairs: { readonly name: string; readonly call: GraphCall }[] = [];
    const unusable: string[] = [];
    for (const [name, column] of own(list)) {
      const state = columnState(column, definitions.value.get(name));
      if (state.kind === "unusable") unusable.push(name);
      const call = repairOf(state, listPath, name, column, scopes);
      if (call) repairs.push({ name, call });
    }
    if (repairs.length === 0) return ok({ repairedColumns: [...repaired], unusableColumns: unusable });
    for (const { name, call } of repairs) {
      const answer = await send(call);
      if (!answer.ok && !isConflict(answer.error)) return err(accessErrorOf(answer.error, list.displayName));
      repaired.add(name);
    }
  }
  return err({ type: "Unexpected", code: "columnsNotCreated" });
};

const isConflict = (failure: { readonly type: string; readonly status?: number }): boolean =>
  failure.type === "Refused" && failure.status === 409;

const repairOf = (
  state: ReturnType<typeof columnState>,
  listPath: string,
  name: string,
  column: Column,
  scopes: Scopes,
): GraphCall | undefined => {
  if (state.kind === "missing") {
    return { method: "POST", path: `${listPath}/columns`, scopes, body: columnDefinition(name, column) };
  }
  if (state.kind !== "repairable") return undefined;
  return { method: "PATCH", path: `${listPath}/columns/${state.id}`, scopes, body: state.patch };
};

const readColumns = async (
  send: SendToGraph,
  listPath: string,
  list: ListDeclaration,
  scopes: Scopes,
): Promise<Result<ReadonlyMap<string, unknown>, AccessError>> => {
  const pages = await readPages(send, { method: "GET", path: `${listPath}/columns`, scopes });
  if (!pages.ok) return err(accessErrorOf(pages.error, list.displayName));
  return ok(new Map(pages.value.elements.map((element) => [textAt(element, "name") ?? "", element])));
};
