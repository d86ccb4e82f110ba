import { instantOf } from "#shared/domain/day.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { withoutFormerPlaces } from "#shared/domain/okr/formerPlaces.ts";
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type ExportDocument } from "#shared/domain/transfer/document.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { HistoryDep } from "#shared/ports/history.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";

/** Everything that is kept on the site, in the order of its ids, so that two exports can be compared line by line. */
export const exportEverything =
  ({ okrRepository, history, clock }: OkrRepositoryDep & HistoryDep & ClockDep) =>
  async (): Promise<Result<ExportDocument, AccessError>> => {
    const frame = await okrRepository.readFrame();
    if (!frame.ok) return frame;
    const { organisation, levels, cycles, units, partitions } = frame.value;
    const scope = { cycleKeys: cycles.map(({ key }) => key), units: "all" } as const;
    const okrs = await okrRepository.readOkrs(scope);
    if (!okrs.ok) return okrs;
    const work = await okrRepository.readInitiatives(scope);
    if (!work.ok) return work;
    const log = await history.readLog("everything");
    if (!log.ok) return log;
    const { objectives, keyResults, checkIns } = okrs.value;
    return ok({
      format: DOCUMENT_FORMAT,
      version: DOCUMENT_VERSION,
      exportedAt: instantOf(clock.now()),
      organisation,
      levels,
      cycles: cycles.toSorted(byKey),
      units: units.toSorted(byKey),
      partitions: partitions.toSorted(byKey),
      objectives: objectives.toSorted(byId),
      keyResults: keyResults.map(withoutFormerPlaces).toSorted(byId),
      checkIns: checkIns.toSorted(byId),
      initiatives: work.value.initiatives.toSorted(byId),
      log: log.value.toSorted(byId),
    });
  };

// By code units: the same on every computer, whatever its language.
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => compare(a.key, b.key);
