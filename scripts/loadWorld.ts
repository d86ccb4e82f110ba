/**
 * Brings the OKRs of a simulated organisation into its lists: set up by the product's own provisioning, encoded by its own
 * codecs. Only the last step is the simulator's: rows with their original authors and dates, which Graph cannot write.
 */
import { createHash } from "node:crypto";
import { withoutEmpty, type Fields } from "#shared/adapters/graph/lists/cells.ts";
import { checkInCodec } from "#shared/adapters/graph/lists/checkIns.ts";
import { encodeRecord, type UnfitProperty } from "#shared/adapters/graph/lists/codec.ts";
import { encodeDraft } from "#shared/adapters/graph/lists/drafts.ts";
import { keyResultCodec } from "#shared/adapters/graph/lists/keyResults.ts";
import { objectiveCodec } from "#shared/adapters/graph/lists/objectives.ts";
import { listTitle } from "#shared/adapters/graph/lists/titles.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { findPartitions, type Partition, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { Result } from "#shared/domain/result.ts";
import type { World } from "#simulator/world/types.ts";
import { partitionsFor } from "./worldPartitions.ts";
import { recordsOf, type WorldRecords, type Written } from "./worldRecords.ts";

export interface LoadWorldInput {
  readonly world: World;
  /** Stands in front of `/v1.0`. */
  readonly graphBase: string;
  /** Of the simulator's own controls. */
  readonly simBase: string;
  /** Of an administrator. */
  readonly token: string;
  /** Told the share of the work that is done. */
  readonly onProgress?: (share: number) => void;
}

/** Rows held back until they are sent, in one request a list. */
const ROWS_TOGETHER = 10_000;

/** Share of the work that is done once everything but the check-ins is there. */
const BEFORE_CHECK_INS = 0.15;

const must = <T, E>(result: Result<T, E>, what: string): T => {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${JSON.stringify(result.error)}`);
};

/** The same record gets the same GUID whenever a world is loaded. */
const guidOf = (worldName: string, kind: string, key: string): string => {
  const hex = createHash("sha256").update(`${worldName}\0${kind}\0${key}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
};

interface BulkItem {
  readonly fields: Fields;
  readonly createdBy: string;
  readonly createdDateTime: string;
}

interface RowSender {
  /** @param list its title */
  readonly add: (list: string, item: BulkItem) => Promise<void>;
  readonly flush: () => Promise<void>;
}

/** Collects rows for many lists. */
const createRowSender = (simBase: string, siteId: string): RowSender => {
  const waiting = new Map<string, BulkItem[]>();
  let count = 0;
  const flush = async (): Promise<void> => {
    for (const [listId, items] of waiting) {
      const answer = await fetch(`${simBase}/items`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ siteId, listId, items }),
      });
      if (!answer.ok) throw new Error(`Rows of ${listId} were refused: ${answer.status} ${await answer.text()}`);
    }
    waiting.clear();
    count = 0;
  };
  return {
    flush,
    add: async (list, item) => {
      const items = waiting.get(list);
      if (items === undefined) waiting.set(list, [item]);
      else items.push(item);
      count += 1;
      if (count >= ROWS_TOGETHER) await flush();
    },
  };
};

/** The check-ins follow each other in the order of the key results. */
const telling = function* (
  { checkIns, keyResults }: WorldRecords,
  tell: (share: number) => void,
): Generator<Written<CheckIn>> {
  const places = new Map(keyResults.map(({ record }, index) => [record.id, index]));
  for (const checkIn of checkIns) {
    const place = places.get(checkIn.record.keyResultId) ?? 0;
    tell(BEFORE_CHECK_INS + ((1 - BEFORE_CHECK_INS) * place) / keyResults.length);
    yield checkIn;
  }
};

export const loadWorld = async ({
  world,
  graphBase,
  simBase,
  token,
  onProgress = () => undefined,
}: LoadWorldInput): Promise<void> => {
  const send = connectToGraph({
    signIn: createTokenSignIn(token),
    clock: browserClock,
    random: Math.random,
    graphOrigin: graphBase,
  });
  const homeSite = `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`;
  const provisioning = createProvisioning({ send, homeSite });
  must(await provisioning.provision({ organisation: world.tenant.displayName }), "The site could not be set up");
  const records = recordsOf(world, (kind, key) => guidOf(world.name, kind, key));
  const units = records.units.map(({ record }) => record);
  const partitions: Partition[] = [];
  for (const { record } of records.cycles) {
    const own = partitionsFor(record, units);
    must(await provisioning.openCycle(record, own), `The cycle ${record.name} could not be opened`);
    partitions.push(...own);
  }
  await sendRecords(createRowSender(simBase, homeSite), records, findPartitions({ partitions, units }), onProgress);
};

type Placed = Objective | KeyResult | CheckIn;

const sendRecords = async (
  sender: RowSender,
  records: WorldRecords,
  partitions: PartitionFinder,
  tell: (share: number) => void,
): Promise<void> => {
  const drafts = new Set(
    records.objectives.filter(({ record }) => record.stage === "draft").map(({ record }) => record.id),
  );
  const put = async <T>(
    rows: Iterable<Written<T>>,
    listOf: (record: T) => string,
    encode: (record: T) => Result<Fields, UnfitProperty>,
  ): Promise<void> => {
    for (const { record, by, at } of rows) {
      const fields = withoutEmpty(must(encode(record), "A record does not fit"));
      await sender.add(listOf(record), { fields, createdBy: by, createdDateTime: at });
    }
    await sender.flush();
  };
  const listOn =
    (shelf: Shelf) =>
    ({ cycleKey, unitKey }: Placed): string =>
      listTitle(partitions.of(cycleKey, unitKey), shelf);
  const isDraft = (record: Objective | KeyResult): boolean =>
    drafts.has("objectiveId" in record ? record.objectiveId : record.id);
  const { objectives, keyResults } = records;
  await put(
    records.units,
    () => unitCodec.list.displayName,
    (unit) => encodeRecord(unitCodec, unit),
  );
  await put(
    objectives,
    (record) => listOn(isDraft(record) ? "drafts" : "objectives")(record),
    (record) => (isDraft(record) ? encodeDraft({ kind: "objective", record }) : encodeRecord(objectiveCodec, record)),
  );
  await put(
    keyResults,
    (record) => listOn(isDraft(record) ? "drafts" : "keyResults")(record),
    (record) => (isDraft(record) ? encodeDraft({ kind: "keyResult", record }) : encodeRecord(keyResultCodec, record)),
  );
  tell(BEFORE_CHECK_INS);
  await put(telling(records, tell), listOn("checkIns"), (record) => encodeRecord(checkInCodec, record));
};
