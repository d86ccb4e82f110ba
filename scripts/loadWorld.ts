/**
 * Brings the OKRs of a simulated organisation into its lists: set up with their rights by what the product does for
 * administrators, encoded and filed by its own code. Only the last step is the simulator's: rows with their original
 * authors and dates, which Graph cannot write.
 */
import { createHash } from "node:crypto";
import { readMe } from "#shared/adapters/graph/directory.ts";
import { createLeadershipRegister } from "#shared/adapters/graph/leadership.ts";
import { encodeNewRow } from "#shared/adapters/graph/lists/codec.ts";
import { createFiling, type FiledRow, type Filing } from "#shared/adapters/graph/lists/filing.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { nodeIds } from "#shared/adapters/node/ids.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { connectToSharePoint } from "#shared/adapters/sharepoint/request.ts";
import { administration } from "#shared/application/protection/administration.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import type { Result } from "#shared/domain/result.ts";
import type { World } from "#simulator/world/types.ts";
import { collectRows, type BulkRows } from "./bulkRows.ts";
import { planWorld } from "./worldPartitions.ts";
import { recordsOf, type WorldRecords, type Written } from "./worldRecords.ts";

export interface LoadWorldInput {
  readonly world: World;
  /** Of the simulator, `http://localhost:3000`. */
  readonly origin: string;
  /** Of an administrator: for Graph, and for SharePoint itself. */
  readonly tokens: { readonly graph: string; readonly sharePoint: string };
  /** Told the share of the work that is done. */
  readonly onProgress?: (share: number) => void;
}

/** Shares of the work that are done once the lists are there, and once they hold everything but the check-ins. */
const LISTS_MADE = 0.1;
const BEFORE_CHECK_INS = 0.2;

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

export const loadWorld = async ({
  world,
  origin,
  tokens,
  onProgress = () => undefined,
}: LoadWorldInput): Promise<void> => {
  const homeSite = `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`;
  const records = recordsOf(world, (kind, key) => guidOf(world.name, kind, key));
  const plan = planWorld(records);
  await setUp(world, homeSite, origin, tokens, records, plan);
  onProgress(LISTS_MADE);
  const units = records.units.map(({ record }) => record);
  const filing = createFiling(findPartitions({ partitions: [...plan.values()].flat(), units }));
  await fillLists(collectRows(`${origin}/sim`, homeSite), records, filing, onProgress);
};

/** What an administrator does before people can begin. */
const setUp = async (
  world: World,
  homeSite: string,
  origin: string,
  tokens: LoadWorldInput["tokens"],
  records: WorldRecords,
  plan: ReturnType<typeof planWorld>,
): Promise<void> => {
  const common = { clock: browserClock, random: Math.random };
  const send = connectToGraph({
    ...common,
    signIn: createTokenSignIn(tokens.graph),
    graphOrigin: `${origin}/graph.microsoft.com`,
  });
  const sharePoint = connectToSharePoint({
    ...common,
    signIn: createTokenSignIn(tokens.sharePoint),
    homeSite,
    sharePointOrigin: `${origin}/sharepoint`,
  });
  const protection = createProtection(sharePoint);
  const admin = administration({
    okrRepository: createGraphOkrRepository({ send, homeSite }),
    provisioning: createProvisioning({ send, homeSite }),
    leadershipRegister: createLeadershipRegister({ send, homeSite }),
    protection,
    who: () => readMe(send),
    clock: browserClock,
    ids: nodeIds,
  });
  must(await admin.setUp({ organisation: world.tenant.displayName }), "The site could not be set up");
  const [last, ...others] = okrLeadsOf(world);
  for (const lead of others) must(await protection.addLead(lead), `${lead.name} could not be made a lead`);
  // The register of all leads is written once.
  if (last) must(await admin.addLead(last), `${last.name} could not be made a lead`);
  for (const { record } of records.cycles)
    must(await admin.openCycle(record, plan.get(record.key) ?? []), `The cycle ${record.name} could not be opened`);
};

const okrLeadsOf = ({ users, okrLeadIds }: World): readonly Person[] => {
  const wanted = new Set(okrLeadIds);
  return users
    .filter(({ id }) => wanted.has(id))
    .map(({ id, displayName, userPrincipalName }) => ({ id: personId(id), name: displayName, upn: userPrincipalName }));
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

const fillLists = async (
  rows: BulkRows,
  records: WorldRecords,
  filing: Filing,
  tell: (share: number) => void,
): Promise<void> => {
  const put = async <T>(written: Iterable<Written<T>>, file: (record: T) => FiledRow): Promise<void> => {
    for (const { record, by, at } of written) {
      const { title, fields } = file(record);
      await rows.add(title, {
        fields: must(fields, `A record of ${title} does not fit`),
        createdBy: by,
        createdDateTime: at,
      });
    }
    await rows.flush();
  };
  const stages = new Map(records.objectives.map(({ record }) => [record.id, record.stage]));
  await put(records.units, (unit) => ({
    title: unitCodec.list.displayName,
    fields: encodeNewRow(unitCodec, unit),
  }));
  await put(records.objectives, filing.objective);
  await put(records.keyResults, (record) => filing.keyResult(record, stages.get(record.objectiveId) ?? "active"));
  await put(records.initiatives, filing.initiative);
  tell(BEFORE_CHECK_INS);
  await put(telling(records, tell), filing.checkIn);
};
