import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ProvisionedList } from "#shared/ports/provisioning.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { listAddress, siteAddress } from "../home.ts";
import { textAt } from "../json.ts";
import type { Column, ListDeclaration } from "../lists/columns.ts";
import type { GraphCall, SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages } from "../request/pages.ts";
import { columnDefinition, columnState } from "./columnDefinitions.ts";

/** Columns of a list's POST were reported as silently not created (docs #11966), so every pass reads back what is there. */
const PASSES = 3;

export interface SiteStructure {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly site: string;
  readonly scopes: Scopes;
}

/** Columns that are ours to make. */
export const ownColumns = (list: ListDeclaration): readonly (readonly [string, Column])[] =>
  Object.entries(list.columns).filter(([, column]) => !(column.kind === "text" && column.builtIn));

/** Creates the lists that are not there, one after the other: a site takes changes of its structure badly at once. The names of those created. */
const createMissingLists = async (
  { send, site, scopes }: SiteStructure,
  present: ReadonlySet<string>,
  declarations: readonly ListDeclaration[],
): Promise<Result<readonly string[], AccessError>> => {
  const created: string[] = [];
  for (const list of declarations) {
    if (present.has(list.displayName)) continue;
    const columns = ownColumns(list).map(([name, column]) => columnDefinition(name, column));
    const { displayName, description } = list;
    const body = { displayName, description, columns, list: { template: "genericList" } };
    const answer = await send({ method: "POST", path: `${siteAddress(site)}/lists`, scopes, body });
    // 409: somebody made it at the same moment, or an earlier attempt whose answer was lost did.
    const exists = !answer.ok && answer.error.type === "Refused" && answer.error.status === 409;
    if (!answer.ok && !exists) return err(accessErrorOf(answer.error, displayName));
    created.push(displayName);
  }
  return ok(created);
};

type ColumnReport = Pick<ProvisionedList, "repairedColumns" | "unusableColumns">;

/** Reads the columns back and mends them until they are as declared. */
const repairColumns = async (
  { send, site, scopes }: SiteStructure,
  list: ListDeclaration,
): Promise<Result<ColumnReport, AccessError>> => {
  const repaired = new Set<string>();
  const listPath = listAddress(site, list.displayName);
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const definitions = await readColumns(send, listPath, list, scopes);
    if (!definitions.ok) return definitions;
    const repairs: { readonly name: string; readonly call: GraphCall }[] = [];
    const unusable: string[] = [];
    for (const [name, column] of ownColumns(list)) {
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

export const readColumns = async (
  send: SendToGraph,
  listPath: string,
  list: ListDeclaration,
  scopes: Scopes,
): Promise<Result<ReadonlyMap<string, unknown>, AccessError>> => {
  const pages = await readPages(send, { method: "GET", path: `${listPath}/columns`, scopes });
  if (!pages.ok) return err(accessErrorOf(pages.error, list.displayName));
  return ok(new Map(pages.value.elements.map((element) => [textAt(element, "name") ?? "", element])));
};

/** Makes the lists be as declared: creates those that are missing and mends the columns of all. */
export const provisionLists = async (
  structure: SiteStructure,
  present: ReadonlySet<string>,
  declarations: readonly ListDeclaration[],
): Promise<Result<readonly ProvisionedList[], AccessError>> => {
  const created = await createMissingLists(structure, present, declarations);
  if (!created.ok) return created;
  const repaired = await Promise.all(declarations.map((declaration) => repairColumns(structure, declaration)));
  const lists: ProvisionedList[] = [];
  for (const [index, { displayName: name }] of declarations.entries()) {
    const columns = repaired[index];
    if (columns && !columns.ok) return columns;
    if (columns) lists.push({ name, created: created.value.includes(name), ...columns.value });
  }
  return ok(lists);
};
