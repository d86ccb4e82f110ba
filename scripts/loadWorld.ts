/**
 * Brings the OKRs of a simulated organisation into its lists: set up by the product's own provisioning, encoded by its own
 * codecs. Only the last step is the simulator's: rows with their original authors and dates, which Graph cannot write.
 */
import { createHash } from "node:crypto";
import { findHome, listPath, type Home } from "#shared/adapters/graph/home.ts";
import { checkInCodec } from "#shared/adapters/graph/lists/checkIns.ts";
import { encodeNewRow, type ListCodec } from "#shared/adapters/graph/lists/codec.ts";
import type { Columns } from "#shared/adapters/graph/lists/columns.ts";
import { cycleCodec } from "#shared/adapters/graph/lists/cycles.ts";
import { keyResultCodec } from "#shared/adapters/graph/lists/keyResults.ts";
import { objectiveCodec } from "#shared/adapters/graph/lists/objectives.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Result } from "#shared/domain/result.ts";
import type { World } from "#simulator/world/types.ts";
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
  readonly fields: object;
  readonly createdBy: string;
  readonly createdDateTime: string;
}

interface RowSender {
  readonly add: (listId: string, item: BulkItem) => Promise<void>;
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
      if (!answer.ok) throw new Error(`The rows were refused: ${answer.status} ${await answer.text()}`);
    }
    waiting.clear();
    count = 0;
  };
  return {
    flush,
    add: async (listId, item) => {
      const items = waiting.get(listId);
      if (items === undefined) waiting.set(listId, [item]);
      else items.push(item);
      count += 1;
      if (count >= ROWS_TOGETHER) await flush();
    },
  };
};

/** The check-ins follow each other key result by key result; few key results have none. */
const telling = function* (
  checkIns: WorldRecords["checkIns"],
  keyResults: number,
  tell: (share: number) => void,
): Generator<Written<CheckIn>> {
  let seen = 0;
  let last: string | undefined;
  for (const checkIn of checkIns) {
    if (checkIn.record.keyResultId !== last) {
      last = checkIn.record.keyResultId;
      seen += 1;
      tell(BEFORE_CHECK_INS + ((1 - BEFORE_CHECK_INS) * seen) / keyResults);
    }
    yield checkIn;
  }
};

export const loadWorld = async ({ world, graphBase, simBase, token, onProgress }: LoadWorldInput): Promise<void> => {
  const send = connectToGraph({
    signIn: createTokenSignIn(token),
    clock: browserClock,
    random: Math.random,
    graphOrigin: graphBase,
  });
  const homeSite = `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`;
  must(
    await createProvisioning({ send, homeSite }).provision({ organisation: world.tenant.displayName }),
    "The site could not be set up",
  );
  const home = must(await findHome(send, homeSite, scopesOf("provisioning")), "The site was not found");
  const records = recordsOf(world, (kind, key) => guidOf(world.name, kind, key));
  await sendRecords(home, createRowSender(simBase, home.sitePath.replace("/sites/", "")), records, onProgress);
};

const sendRecords = async (
  home: Home,
  sender: RowSender,
  records: WorldRecords,
  tell: (share: number) => void = () => undefined,
): Promise<void> => {
  const put = async <T extends object, Cs extends Columns>(
    codec: ListCodec<T, Cs>,
    rows: Iterable<Written<T>>,
  ): Promise<void> => {
    const path = must(listPath(home, codec.list.displayName), "The list was not found");
    const listId = path.slice(path.lastIndexOf("/") + 1);
    for (const { record, by, at } of rows) {
      const fields = must(encodeNewRow(codec, record), "A record does not fit");
      await sender.add(listId, { fields, createdBy: by, createdDateTime: at });
    }
    await sender.flush();
  };
  await put(cycleCodec, records.cycles);
  await put(unitCodec, records.units);
  await put(objectiveCodec, records.objectives);
  await put(keyResultCodec, records.keyResults);
  tell(BEFORE_CHECK_INS);
  await put(checkInCodec, telling(records.checkIns, records.keyResults.length, tell));
};
