import { ok, type Result } from "#shared/domain/result.ts";
import type { OkrRepository, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { dependencies, workingOrder } from "#shared/ports/writeOrder.ts";
import { checkInCodec } from "../lists/checkIns.ts";
import { cycleCodec } from "../lists/cycles.ts";
import { keyResultCodec } from "../lists/keyResults.ts";
import { objectiveCodec } from "../lists/objectives.ts";
import { settingCodec } from "../lists/settings.ts";
import { unitCodec } from "../lists/units.ts";
import { rememberHome } from "../home.ts";
import type { SendToGraph } from "../request/call.ts";
import { scopesOf, type SiteAccess } from "../scopes.ts";
import { readChanges, startCursors } from "./changes.ts";
import { createItems, type RowWarning } from "./items.ts";
import { readFrame, readOkrs, type Tables } from "./read.ts";
import { carryOut, type WriteDeps } from "./write.ts";

export interface GraphOkrRepositoryOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
  /** Told of every stored row that is left out because it cannot be read. */
  readonly onWarning?: (warning: RowWarning) => void;
}

/** OKRs in the lists of a SharePoint site, one row a record. */
export const createGraphOkrRepository = (options: GraphOkrRepositoryOptions): OkrRepository => {
  const { send } = options;
  const scopes = scopesOf("okrs", options.siteAccess);
  const home = rememberHome(send, options.homeSite, scopes);
  const deps = { send, home: home.get, scopes, onWarning: options.onWarning ?? (() => undefined) };
  const tables: Tables = {
    settings: createItems(settingCodec, (row) => row.key, deps),
    cycles: createItems(cycleCodec, (row) => row.key, deps),
    units: createItems(unitCodec, (row) => row.key, deps),
    objectives: createItems(objectiveCodec, (row) => row.id, deps),
    keyResults: createItems(keyResultCodec, (row) => row.id, deps),
    checkIns: createItems(checkInCodec, (row) => row.id, deps),
  };
  const streams = { send, tables };
  /** Somebody may be setting the site up at this moment, or have made a list anew: look for the lists again next time. */
  const lookingAgain = async <T, E extends { readonly type: string }>(
    reading: Promise<Result<T, E>>,
  ): Promise<Result<T, E>> => {
    const result = await reading;
    if (!result.ok && result.error.type === "NotSetUp") home.forget();
    return result;
  };
  return {
    readFrame: () => lookingAgain(readFrame(tables)),
    readOkrs: (scope) => lookingAgain(readOkrs(tables, scope)),
    openOkrs: (scope, known) =>
      lookingAgain(
        (async () => {
          const cursors = known?.size ? ok(known) : await startCursors(streams);
          if (!cursors.ok) return cursors;
          const set = await readOkrs(tables, scope);
          return set.ok ? ok({ set: set.value, cursors: cursors.value }) : set;
        })(),
      ),
    readChanges: (since) => lookingAgain(readChanges(streams, since)),
    write: (writes, onOutcome, signal) => writeAll({ send, tables, signal }, writes, onOutcome),
  };
};

const skipped: Promise<WriteOutcome> = Promise.resolve({ type: "Skipped" });

const writeAll = async (
  deps: WriteDeps,
  ...[writes, onOutcome]: Parameters<OkrRepository["write"]>
): Promise<readonly WriteOutcome[]> => {
  const outcomes = new Map<number, Promise<WriteOutcome>>();
  /** What somebody else removed already needs no removing. */
  const succeeded = async (position: number): Promise<boolean> => {
    const { type } = await (outcomes.get(position) ?? skipped);
    return type === "Written" || (type === "Gone" && writes[position]?.kind.startsWith("remove") === true);
  };
  const carryOutAfter = async (index: number, waitsFor: readonly number[]): Promise<WriteOutcome> => {
    const before = await Promise.all(waitsFor.map(succeeded));
    const write = writes[index];
    const mayStart = write !== undefined && !before.includes(false);
    const outcome = mayStart ? await carryOut(deps, write) : await skipped;
    onOutcome?.(index, outcome);
    return outcome;
  };
  for (const { index, waitsFor } of workingOrder(dependencies(writes))) {
    outcomes.set(index, carryOutAfter(index, waitsFor));
  }
  return Promise.all(writes.map((_, index) => outcomes.get(index) ?? skipped));
};
