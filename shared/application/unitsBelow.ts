import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { rollUpBranches, type BranchRollUp } from "#shared/domain/okr/unitRollUp.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { KeptRollUps, RollUps } from "#shared/ports/rollUps.ts";
import { childrenOf, pathTo, unitsAround } from "./place.ts";

/** How the units directly below are shown. */
export type BelowState =
  /** They are few: their OKRs are read with the unit's own, and are as live. */
  | { readonly kind: "rows" }
  | { readonly kind: "loading" }
  /** Each with everything below it, as counted at that moment. */
  | { readonly kind: "counted"; readonly branches: ReadonlyMap<UnitKey, BranchRollUp>; readonly asOf: Instant }
  /** Nobody has counted these cycles yet, or the figures could not be read. */
  | { readonly kind: "notCounted" };

export interface RollUpsReading {
  /** Figures of units, where somebody counts them; absent: units below are always read with their OKRs. */
  readonly rollUps?: Pick<RollUps, "read">;
}

/** More units than these are not read row by row. */
const FEW = 12;
/** Milliseconds for which figures serve; whoever counts does so every few hours. */
const SERVES_MS = 900_000;

export const isWide = (frame: Frame, unitKey: UnitKey): boolean => childrenOf(frame, unitKey).length > FEW;

/** Whose OKRs a place needs: the unit's, those above it, and those below it where they are few. */
export const neededUnits = (frame: Frame, unitKey: UnitKey, { rollUps }: RollUpsReading): readonly UnitKey[] =>
  rollUps && isWide(frame, unitKey) ? pathTo(frame, unitKey).map(({ key }) => key) : unitsAround(frame, unitKey);

const earliest = (moments: readonly Instant[]): Instant | undefined => moments.toSorted()[0];

const belowOf = ({ rollUps, asOf }: Pick<KeptRollUps, "rollUps" | "asOf">, frame: Frame): BelowState => {
  const moment = earliest([...asOf.values()]);
  return moment === undefined
    ? { kind: "notCounted" }
    : { kind: "counted", branches: rollUpBranches(rollUps, frame.units), asOf: moment };
};

/** Reads figures of units, once for all places that are looked at within a while. */
export const createBelowReader = ({ rollUps, clock }: RollUpsReading & ClockDep) => {
  let last: { readonly cycles: string; readonly readAt: number; readonly kept: KeptRollUps } | undefined;
  return async (frame: Frame, cycleKeys: readonly CycleKey[]): Promise<BelowState> => {
    const cycles = JSON.stringify(cycleKeys);
    const isServed = last?.cycles === cycles && clock.now() - last.readAt < SERVES_MS;
    if (last && isServed) return belowOf(last.kept, frame);
    const read = await rollUps?.read(cycleKeys);
    if (!read?.ok) return { kind: "notCounted" };
    last = { cycles, readAt: clock.now(), kept: read.value };
    return belowOf(read.value, frame);
  };
};
