import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ColumnFault, ListStructure, Structure } from "#shared/ports/structure.ts";
import { findHome, listAddress } from "../home.ts";
import { listAt, textAt } from "../json.ts";
import { homeLists, partitionLists } from "../lists/all.ts";
import type { ListDeclaration } from "../lists/columns.ts";
import { createTables } from "../repository/tables.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { scopesOf, type SiteAccess } from "../scopes.ts";
import { columnState, type ColumnState } from "./columnDefinitions.ts";
import { isGranted } from "./grant.ts";
import { ownColumns, readColumns, type SiteStructure } from "./lists.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { readSchema } from "./settings.ts";

export interface StructureOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

export const createStructure = ({ send, homeSite: site, siteAccess = "selected" }: StructureOptions): Structure => {
  const structure: SiteStructure = { send, site, scopes: scopesOf("okrs", siteAccess) };
  const tables = createTables({ ...structure, onWarning: () => undefined });
  return {
    inspect: async (partitions) => {
      const home = await findHome(send, site, structure.scopes);
      if (!home.ok) return home;
      const present = new Set(home.value.listIds.keys());
      const schema = present.has(tables.home.settings.listName) ? await readSchema(tables.home) : ok(undefined);
      if (!schema.ok) return schema;
      const declared = [...homeLists, ...partitions.flatMap((key) => partitionLists(key))];
      const lists = await Promise.all(declared.map((list) => inspectList(structure, present, list)));
      const failure = lists.find((list) => !list.ok);
      if (failure && !failure.ok) return failure;
      return ok({
        ...(schema.value === undefined ? {} : { schema: schema.value }),
        supported: SCHEMA_VERSION,
        lists: lists.flatMap((list) => (list.ok ? [list.value] : [])),
      });
    },
    someOwners: async (partitions) => {
      const keys = [...partitions.slice(-MOST_LISTS), HOME_PARTITION];
      const answers = await Promise.all(
        keys.map(async (key) => {
          const { call, listName } = tables.of(key).objectives;
          const answer = await send(call("GET", EXAMPLES));
          return answer.ok ? ok(ownersIn(answer.value.body)) : err(accessErrorOf(answer.error, listName));
        }),
      );
      // A partition whose lists are missing is a finding of its own; the others name people all the same.
      const found = answers.flatMap((answer) => (answer.ok ? answer.value : []));
      const failure = answers.find((answer) => !answer.ok);
      return found.length === 0 && failure && !failure.ok ? failure : ok([...new Set(found)]);
    },
    isGranted: async (appId) => {
      const home = await findHome(send, site, scopesOf("grant"));
      return home.ok ? isGranted(send, home.value, appId) : home;
    },
  };
};

/** Rows in which people are looked for, of the cycles that were opened last, in one batch. */
const EXAMPLES = "/items?$select=id&$expand=fields($select=OwnerUpn)&$top=200";
const MOST_LISTS = 19;

const ownersIn = (body: unknown): readonly string[] => {
  const rows = listAt(body, "value");
  return [...new Set(rows.map((row) => textAt(row, "fields", "OwnerUpn")).filter((upn) => upn !== undefined))];
};

const FAULTS: Readonly<Record<Exclude<ColumnState["kind"], "fine">, ColumnFault["fault"]>> = {
  missing: "missing",
  repairable: "differs",
  unusable: "unusable",
};

const inspectList = async (
  { send, site, scopes }: SiteStructure,
  present: ReadonlySet<string>,
  list: ListDeclaration,
): Promise<Result<ListStructure, AccessError>> => {
  const { displayName: name } = list;
  if (!present.has(name)) return ok({ name, exists: false, faults: [] });
  const definitions = await readColumns(send, listAddress(site, name), list, scopes);
  if (!definitions.ok) return definitions;
  const faults = ownColumns(list).flatMap(([column, declared]): readonly ColumnFault[] => {
    const { kind } = columnState(declared, definitions.value.get(column));
    return kind === "fine" ? [] : [{ column, fault: FAULTS[kind] }];
  });
  return ok({ name, exists: true, faults });
};
