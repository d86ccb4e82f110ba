import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { atUnit, boardOf, shownCycles, type Place } from "#shared/application/place.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import { Board } from "../board/Board.tsx";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { ObjectiveExtras, ObjectivePage } from "./parts.ts";
import type { OkrAppServices } from "./services.ts";

const useStyles = makeStyles({
  objective: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export interface ContentProps {
  readonly state: OpenSession;
  readonly services: OkrAppServices;
  /** With those of the units and cycles above, which what is shown aligns to. */
  readonly all: readonly ObjectiveView[] | undefined;
  readonly shown: readonly ObjectiveView[] | undefined;
  readonly checkIn: CheckInServices;
  readonly onGo: (place: Place) => void;
}

/** One objective when one is open, else the board of the unit. */
export const Content = ({ state, services, all, shown, checkIn, onGo }: ContentProps) => {
  const styles = useStyles();
  const { frame, place, today } = state;
  const unit = frame.units.find(({ key }) => key === place.unitKey);
  const opened = place.objectiveId && all?.find(({ objective }) => objective.id === place.objectiveId);
  if (opened) {
    return (
      <div className={styles.objective}>
        <ObjectivePage
          view={opened}
          cycleName={
            frame.cycles.find(({ key }) => key === opened.objective.cycleKey)?.name ?? opened.objective.cycleKey
          }
          checkIn={checkIn}
          parentOf={(ref) => parentIn(all, ref)}
          onOpenParent={(ref) => openParent(all, ref, place, onGo)}
          onBack={() => onGo(boardOf(place))}
          {...(services.initiatives ? { initiatives: services.initiatives } : {})}
          isFixed={frame.cycles.some(({ key, closed }) => key === opened.objective.cycleKey && closed)}
        />
        <Extras state={state} services={services} view={opened} />
      </div>
    );
  }
  return unit ? (
    <Board
      frame={frame}
      unit={unit}
      cycles={shownCycles(frame, place, today)}
      views={shown}
      figures={state.below}
      checkIn={checkIn}
      onOpenObjective={(objectiveId) => onGo({ ...place, objectiveId })}
      onOpenUnit={({ key }) => onGo(atUnit(place, key))}
    />
  ) : undefined;
};

/** Publishing and the history, where the host can do that. */
const Extras = ({
  state,
  services: { manage, session, initiatives },
  view,
}: Pick<ContentProps, "state" | "services"> & { readonly view: ObjectiveView }) => {
  const { okrs } = state;
  const okr = useMemo(
    () => ({
      objective: view.objective,
      keyResults: view.keyResults.map(({ keyResult }) => keyResult),
      revisions: okrs.kind === "ready" ? okrs.set.revisions : new Map(),
    }),
    [view, okrs],
  );
  return manage ? (
    <ObjectiveExtras
      okr={okr}
      around={state}
      manage={manage}
      onMoved={session.refresh}
      {...(initiatives ? { initiatives } : {})}
    />
  ) : undefined;
};

const parentIn = (views: readonly ObjectiveView[] | undefined, ref: ParentRef): Objective | KeyResult | undefined => {
  const objective = objectiveOf(views, ref);
  return ref.kind === "objective"
    ? objective?.objective
    : objective?.keyResults.find(({ keyResult }) => keyResult.id === ref.id)?.keyResult;
};

const objectiveOf = (views: readonly ObjectiveView[] | undefined, ref: ParentRef): ObjectiveView | undefined =>
  views?.find((view) =>
    ref.kind === "objective"
      ? view.objective.id === ref.id
      : view.keyResults.some(({ keyResult }) => keyResult.id === ref.id),
  );

const openParent = (
  views: readonly ObjectiveView[] | undefined,
  ref: ParentRef,
  place: Place,
  go: (place: Place) => void,
): void => {
  const parent = objectiveOf(views, ref)?.objective;
  if (parent) go({ ...atUnit(place, parent.unitKey), objectiveId: parent.id });
};
