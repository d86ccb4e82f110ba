import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";

export interface AllOkrs {
  readonly frame: Frame;
  readonly set: OkrSet;
}

/** The OKRs of every cycle, or of the one named. */
export const readAllOkrs = async (
  { okrRepository }: OkrRepositoryDep,
  onlyCycle?: string,
): Promise<Result<AllOkrs, AccessError>> => {
  const frame = await okrRepository.readFrame();
  if (!frame.ok) return frame;
  const cycleKeys = frame.value.cycles.map(({ key }) => key).filter((key) => key === (onlyCycle ?? key));
  const set = await okrRepository.readOkrs({ cycleKeys, units: "all" });
  return set.ok ? ok({ frame: frame.value, set: set.value }) : set;
};
