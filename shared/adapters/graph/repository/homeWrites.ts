/** Writing what is kept once, beside the OKRs. */
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { keepingPlace } from "#shared/domain/partition/partition.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { HomeWrite } from "#shared/ports/writeOrder.ts";
import { cycleCodec } from "../lists/cycles.ts";
import { logCodec } from "../lists/log.ts";
import { partitionCodec } from "../lists/partitions.ts";
import { unitCodec } from "../lists/units.ts";
import { rackOf } from "./racks.ts";
import { create, save, type Sending } from "./rowWrites.ts";
import type { Tables } from "./tables.ts";

interface HomeWriteDeps extends Sending {
  readonly tables: Tables;
  /** The frame by which OKRs are found; undefined before it was read. */
  readonly frame: () => Frame | undefined;
}

/** Where its OKRs lie is said before it moves. */
const saveUnit = async (deps: HomeWriteDeps, unit: Unit): Promise<WriteOutcome> => {
  const { home } = deps.tables;
  const frame = deps.frame();
  for (const partition of frame ? keepingPlace(frame, unit) : []) {
    const kept = await save(deps, rackOf(home.partitions, partitionCodec), partition.key, partition);
    if (kept.type !== "Written") return kept;
  }
  return save(deps, rackOf(home.units, unitCodec), unit.key, unit);
};

export const writeAtHome = (deps: HomeWriteDeps, write: HomeWrite): Promise<WriteOutcome> => {
  const { home } = deps.tables;
  switch (write.kind) {
    case "saveCycle":
      return save(deps, rackOf(home.cycles, cycleCodec), write.cycle.key, write.cycle);
    case "saveUnit":
      return saveUnit(deps, write.unit);
    case "savePartition":
      return save(deps, rackOf(home.partitions, partitionCodec), write.partition.key, write.partition);
    case "addLogEntry":
      return create(deps, rackOf(home.log, logCodec), write.entry.id, write.entry);
  }
};
