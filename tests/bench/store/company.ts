/** A company of 80 countries and 2,000 teams with 10,000 objectives, 40,000 key results and 80,000 check-ins of one quarter. */
import { findHome } from "#shared/adapters/graph/home.ts";
import { createFiling, type FiledRow } from "#shared/adapters/graph/lists/filing.ts";
import { encodeNewRow } from "#shared/adapters/graph/lists/codec.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import {
  checkInId,
  cycleKey,
  keyResultId,
  objectiveId,
  unitKey,
  type CycleKey,
  type UnitKey,
} from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import type { BenchGraph } from "../graph.ts";
import { frame } from "../organisation.ts";

const OBJECTIVES_A_TEAM = 5;
const KEY_RESULTS_EACH = 4;
const CHECK_INS_EACH = 2;
const ROWS_TOGETHER = 10_000;

export const QUARTER: CycleKey = cycleKey("2026-q1");
const TEAMS: readonly Unit[] = frame.units.filter(({ levelKey }) => levelKey === "team");
/** At the top, with every country directly below. */
export const COMPANY: UnitKey = unitKey("co");
/** One in the middle. */
export const TEAM: Unit = TEAMS[1000] ?? frame.units[0] ?? never("no team");

function never(why: string): never {
  throw new Error(why);
}

/** A GUID for the n-th record of a kind. */
const id = (kind: number, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const rowsOf = function* (filing: ReturnType<typeof createFiling>): Generator<FiledRow> {
  let o = 0;
  let k = 0;
  let c = 0;
  for (const { key } of TEAMS) {
    const place = { unitKey: key, cycleKey: QUARTER };
    for (let n = 0; n < OBJECTIVES_A_TEAM; n += 1) {
      const objective = anObjective(0, { ...place, id: objectiveId(id(0, o)), title: `Objective ${o} of ${key}` });
      yield filing.objective(objective);
      for (let m = 0; m < KEY_RESULTS_EACH; m += 1) {
        const title = `Key result ${k} of ${key}`;
        const links = { id: keyResultId(id(1, k)), objectiveId: objective.id, title };
        yield filing.keyResult(aKeyResult(0, 0, { ...place, ...links }), "active");
        for (let i = 0; i < CHECK_INS_EACH; i += 1) {
          yield filing.checkIn(aCheckIn(0, 0, { ...place, id: checkInId(id(2, c)), keyResultId: links.id }));
          c += 1;
        }
        k += 1;
      }
      o += 1;
    }
  }
};

export const KEY_RESULTS = TEAMS.length * OBJECTIVES_A_TEAM * KEY_RESULTS_EACH;
/** Rows of all kinds that are there once it is filled. */
export const ALL_ROWS = TEAMS.length * OBJECTIVES_A_TEAM * (1 + KEY_RESULTS_EACH * (1 + CHECK_INS_EACH));

/** Fills an empty home site, around the limits of the service. */
export const fillCompany = async (graph: BenchGraph): Promise<void> => {
  const { partitions } = frame;
  for (const cycle of frame.cycles) {
    const opened = await graph.provisioning.openCycle(
      cycle,
      partitions.filter(({ cycleKey: of }) => of === cycle.key),
    );
    if (!opened.ok) throw new Error(`Not opened: ${JSON.stringify(opened.error)}`);
    await graph.sim("DELETE", "/stats");
  }
  const home = await findHome(graph.adminSend, graph.site, scopesOf("provisioning"));
  if (!home.ok) throw new Error(`No home: ${JSON.stringify(home.error)}`);
  const siteId = home.value.sitePath.replace("/sites/", "");
  const listIds = home.value.listIds;
  const waiting = new Map<string, object[]>();
  const flush = async (): Promise<void> => {
    for (const [title, items] of waiting) {
      await graph.sim("POST", "/items", { siteId, listId: listIds.get(title), items });
    }
    waiting.clear();
  };
  let count = 0;
  const add = async ({ title, fields }: FiledRow): Promise<void> => {
    if (!fields.ok) throw new Error(fields.error.message);
    const items = waiting.get(title) ?? [];
    items.push({ fields: fields.value, createdBy: graph.author, createdDateTime: "2026-01-05T09:00:00Z" });
    waiting.set(title, items);
    count += 1;
    if (count % ROWS_TOGETHER === 0) await flush();
  };
  for (const unit of frame.units) {
    await add({ title: unitCodec.list.displayName, fields: encodeNewRow(unitCodec, unit) });
  }
  const filing = createFiling(findPartitions({ units: frame.units, partitions }));
  for (const row of rowsOf(filing)) await add(row);
  await flush();
};
