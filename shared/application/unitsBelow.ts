import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { rollUpBranches, type BranchRollUp } from "#shared/domain/okr/unitRollUp.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
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
/** Milliseconds for which figures serve; whoever counts does so every quarter of an hour at most. */
const SERVES_MS = 900_000;
/** Milliseconds until figures are looked for again that nobody had counted; whoever is there may be counting them. */
const UNCOUNTED_SERVES_MS = 60_000;

export const isWide = (frame: Frame, unitKey: UnitKey): boolean => childrenOf(frame, unitKey).length > FEW;

/** Whose OKRs a place needs: the unit's, those above it, and those below it where they are few. */
export const neededUnits = (frame: Frame, unitKey: UnitKey, { rollUps }: RollUpsReading): readonly UnitKey[] =>
  rollUps && isWide(frame, unitKey) ? pathTo(frame, unitKey).map(({ key }) => key) : unitsAround(frame, unitKey);

const earliest = (moments: readonly Instant[]): Instant | undefined => moments.toSorted()[0];

/** Figures that leave out a cycle which is still to be counted would be too low; one that was closed uncounted never will be. */
const isCounted = ({ asOf }: KeptRollUps, { cycles }: Frame, asked: readonly CycleKey[]): boolean => {
  const closed = new Set(cycles.filter((cycle) => cycle.closed).map(({ key }) => key));
  return asOf.size > 0 && asked.every((key) => asOf.has(key) || closed.has(key));
};

const belowOf = (kept: KeptRollUps, frame: Frame, asked: readonly CycleKey[]): BelowState => {
  const { rollUps, asOf } = kept;
  const moment = earliest([...asOf.values()]);
  return moment === undefined || !isCounted(kept, frame, asked)
    ? { kind: "notCounted" }
    : { kind: "counted", branches: rollUpBranches(rollUps, frame.units), asOf: moment };
};

/** Reads figures of units, once for all places that are looked at within a while. */
const createBelowReader = ({ rollUps, clock }: RollUpsReading & ClockDep) => {
  let last: { readonly asked: string; readonly readAt: number; readonly kept: KeptRollUps } | undefined;
  /** @param hope whoever asks has reason to think that somebody has counted since */
  return async (frame: Frame, cycleKeys: readonly CycleKey[], hope = false): Promise<BelowState> => {
    const asked = JSON.stringify(cycleKeys);
    const servesUncounted = hope ? 0 : UNCOUNTED_SERVES_MS;
    const serves = last && isCounted(last.kept, frame, cycleKeys) ? SERVES_MS : servesUncounted;
    const isServed = last?.asked === asked && clock.now() - last.readAt < serves;
    if (last && isServed) return belowOf(last.kept, frame, cycleKeys);
    const read = await rollUps?.read(cycleKeys);
    if (!read?.ok) return { kind: "notCounted" };
    last = { asked, readAt: clock.now(), kept: read.value };
    return belowOf(read.value, frame, cycleKeys);
  };
};

/** Shows figures of units below; where nobody had counted them, looks again and again while somebody looks at the page. */
export const createFigures = (deps: RollUpsReading & ClockDep & VisibilityDep, show: (below: BelowState) => void) => {
  const { clock, visibility } = deps;
  const read = createBelowReader(deps);
  let again: { readonly now: () => void; readonly cancel: () => void } | undefined;

  const look = async (
    frame: Frame,
    cycleKeys: readonly CycleKey[],
    isStillMine: () => boolean,
    hope = false,
  ): Promise<void> => {
    const below = await read(frame, cycleKeys, hope);
    if (!isStillMine()) return;
    show(below);
    if (below.kind === "notCounted") wait(() => void look(frame, cycleKeys, isStillMine, true));
  };

  const wait = (next: () => void): void => {
    const now = (): void => {
      again?.cancel();
      if (visibility.visible()) next();
      else wait(next);
    };
    again = { now, cancel: clock.after(UNCOUNTED_SERVES_MS, now) };
  };

  return {
    look,
    leave: (): void => {
      again?.cancel();
      again = undefined;
    },
    lookNow: (): void => again?.now(),
  };
};
