import { Button, Link, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { ArrowUpRegular, TargetRegular } from "@fluentui/react-icons";
import { useRef, type ReactNode } from "react";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { epochMsOf } from "#shared/domain/day.ts";
import type { ObjectiveId, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { tally, type ObjectiveView, type Tally } from "#shared/domain/okr/view.ts";
import { childrenOf } from "#shared/application/place.ts";
import type { BelowState } from "#shared/application/unitsBelow.ts";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { ObjectiveCard } from "../objective/ObjectiveCard.tsx";
import { TallyBar } from "../status/TallyBar.tsx";
import { useUi } from "../UiContext.ts";
import { UnitBelow } from "./UnitBelow.tsx";

const useStyles = makeStyles({
  layout: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXL,
    "@media (min-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr) 20rem" },
  },
  objectives: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  below: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  summary: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  counts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, alignItems: "baseline" },
  // Beside each other both are in sight; below each other the way down is long.
  jump: { "@media (min-width: 900px)": { display: "none" } },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  empty: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    alignItems: "center",
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  emptyIcon: { fontSize: "40px", lineHeight: 1, color: tokens.colorNeutralForeground3 },
});

export interface BoardProps {
  readonly frame: Frame;
  readonly unit: Unit;
  /** Whose OKRs are shown. */
  readonly cycles: readonly Cycle[];
  /** Of the unit and of the units below it; absent while they are loading. */
  readonly views: readonly ObjectiveView[] | undefined;
  /** How units below are shown; absent: by their OKRs among the views. */
  readonly figures?: BelowState;
  readonly checkIn: CheckInServices;
  readonly onOpenObjective: (id: ObjectiveId) => void;
  readonly onOpenUnit: (unit: Unit) => void;
}

/** A unit's objectives, and how the units below it stand. */
export const Board = (props: BoardProps) => {
  const { frame, unit, cycles, views, checkIn, onOpenObjective, onOpenUnit } = props;
  const styles = useStyles();
  const { messages } = useUi();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!views) return <Spinner label={messages.board.loadingObjectives} />;
  const parent = frame.units.find(({ key }) => key === unit.parentKey);
  const own = views.filter((view) => view.objective.unitKey === unit.key);
  const below = childrenOf(frame, unit.key);
  return (
    <div className={styles.layout}>
      <section className={styles.objectives} aria-label={unit.name}>
        {own.length === 0 ? (
          <NoObjectives unit={unit} cycle={cycles.map(({ name }) => name).join(", ")}>
            {parent ? (
              <Button icon={<ArrowUpRegular />} onClick={() => onOpenUnit(parent)}>
                {messages.board.goUp(parent.name)}
              </Button>
            ) : undefined}
          </NoObjectives>
        ) : (
          <div className={styles.summary}>
            <div className={styles.counts}>
              <Text weight="semibold">
                {messages.board.objectives(own.length)} · {messages.board.keyResults(tally(own).keyResults)}
              </Text>
              {below.length === 0 ? undefined : (
                <Link as="button" className={styles.jump} onClick={() => heading.current?.focus()}>
                  {messages.board.unitsBelow(below.length)}
                </Link>
              )}
            </div>
            <TallyBar tally={tally(own)} />
          </div>
        )}
        {own.map((view) => (
          <ObjectiveCard
            key={view.objective.id}
            view={view}
            cycleName={cycles.length > 1 ? cycles.find(({ key }) => key === view.objective.cycleKey)?.name : undefined}
            checkIn={checkIn}
            onOpen={onOpenObjective}
          />
        ))}
      </section>
      {below.length === 0 ? undefined : (
        <section className={styles.below} aria-labelledby="drumbeat-below">
          <h2 className={styles.heading} id="drumbeat-below" ref={heading} tabIndex={-1}>
            {messages.board.below(unit.name)}
          </h2>
          <Figures {...props} views={views} below={below} />
        </section>
      )}
    </div>
  );
};

const tallyOf = (views: readonly ObjectiveView[], figures: BelowState, key: UnitKey): Tally | undefined => {
  if (figures.kind === "rows") return tally(views.filter((view) => view.objective.unitKey === key));
  return figures.kind === "counted" ? figures.branches.get(key)?.tally : undefined;
};

interface FiguresProps extends Omit<BoardProps, "views"> {
  readonly views: readonly ObjectiveView[];
  readonly below: readonly Unit[];
}

const FROM_ROWS: BelowState = { kind: "rows" };

/** The units below, and from when their figures are where these were counted beforehand. */
const Figures = ({ views, below, figures = FROM_ROWS, onOpenUnit }: FiguresProps) => {
  const styles = useStyles();
  const { messages, format, clock } = useUi();
  return (
    <>
      {figures.kind === "counted" ? (
        <Text size={200}>{messages.board.counted(format.moment(epochMsOf(figures.asOf), clock.now()))}</Text>
      ) : undefined}
      {figures.kind === "notCounted" ? <Text size={200}>{messages.board.notCounted}</Text> : undefined}
      <ul className={styles.list}>
        {below.map((child) => (
          <UnitBelow key={child.key} unit={child} tally={tallyOf(views, figures, child.key)} onOpen={onOpenUnit} />
        ))}
      </ul>
    </>
  );
};

interface NoObjectivesProps {
  readonly unit: Unit;
  readonly cycle: string;
  readonly children: ReactNode;
}

const NoObjectives = ({ unit, cycle, children }: NoObjectivesProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  return (
    <div className={styles.empty}>
      <TargetRegular className={styles.emptyIcon} aria-hidden="true" />
      <Text weight="semibold" align="center">
        {messages.board.noObjectives(unit.name, cycle)}
      </Text>
      <Text align="center">{messages.board.noObjectivesHint}</Text>
      {children}
    </div>
  );
};
