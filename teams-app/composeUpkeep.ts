import { createGraphLeases } from "#shared/adapters/graph/leases.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { createGraphSnapshots } from "#shared/adapters/graph/snapshots/graphSnapshots.ts";
import { createGraphStreamStarts } from "#shared/adapters/graph/streamStarts.ts";
import { runUpkeep, type UpkeepOutcome } from "#shared/application/upkeep/runUpkeep.ts";
import type { LeaseHolder } from "#shared/ports/leases.ts";

/** What this window does for all, behind whatever somebody waits for. Past the copy on this device, which holds one person's view. */
export const composeUpkeep = (
  send: SendToGraph,
  homeSite: string,
  holder: LeaseHolder,
): (() => Promise<UpkeepOutcome>) => {
  const where = { send: (call: Parameters<SendToGraph>[0]) => send({ ...call, later: true }), homeSite };
  const snapshots = createGraphSnapshots(where);
  return () =>
    runUpkeep({
      okrRepository: createGraphOkrRepository({ ...where, snapshots }),
      rollUps: createGraphRollUps(where),
      streamStarts: createGraphStreamStarts(where),
      leases: createGraphLeases(where),
      snapshots,
      holder,
    });
};
