import { Badge, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { coverageText } from "../keyResultText.ts";
import { Initiatives } from "../initiatives/Initiatives.tsx";
import type { InitiativeServices } from "../initiatives/services.ts";
import { BackButton } from "../notice/BackButton.tsx";
import { ProgressMeter } from "../status/ProgressMeter.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { useUi } from "../UiContext.ts";
import { KeyResultDetails } from "./KeyResultDetails.tsx";
import { KeyResultRow } from "./KeyResultRow.tsx";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
  },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  prose: { overflowWrap: "anywhere", whiteSpace: "pre-line" },
  note: { unicodeBidi: "plaintext", textAlign: "left", overflowWrap: "anywhere", whiteSpace: "pre-line" },
});

export interface ObjectivePageProps {
  readonly view: ObjectiveView;
  readonly cycleName: string;
  readonly checkIn: CheckInServices;
  /** The parent as far as it is known here. */
  readonly parentOf: (ref: ParentRef) => Objective | KeyResult | undefined;
  readonly onOpenParent: (ref: ParentRef) => void;
  readonly onBack: () => void;
  /** The work for it; absent where a host has no place for it. */
  readonly initiatives?: InitiativeServices;
  /** Its cycle is closed. */
  readonly isFixed?: boolean;
}

export const ObjectivePage = (props: ObjectivePageProps) => {
  const { view, initiatives, isFixed = false } = props;
  if (!initiatives) return <Page {...props} listOf={() => undefined} />;
  return (
    <Initiatives key={view.objective.id} view={view} services={initiatives} isFixed={isFixed}>
      {(listOf) => <Page {...props} listOf={listOf} />}
    </Initiatives>
  );
};

interface PageProps extends ObjectivePageProps {
  /** The initiatives of a key result, or of the objective as a whole. */
  readonly listOf: (keyResult?: KeyResult) => ReactNode;
}

const Page = ({ view, cycleName, checkIn, parentOf, onOpenParent, onBack, listOf }: PageProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format } = ui;
  const { objective, rollUp, status, period } = view;
  const weighted = view.keyResults.some(({ keyResult }) => keyResult.weight !== undefined);
  return (
    <div className={styles.page}>
      <BackButton onClick={onBack}>{messages.objective.back}</BackButton>
      <article className={styles.card} aria-label={objective.title}>
        <h2 className={styles.title}>{objective.title}</h2>
        <div className={styles.facts}>
          <StatusBadge status={status.status} stage={objective.stage} />
          {rollUp.progress === undefined ? undefined : (
            <Text weight="semibold">
              {messages.progress.label(format.share(rollUp.progress), format.share(status.expected))}
            </Text>
          )}
          <Text size={200}>{coverageText(rollUp, ui)}</Text>
          <Badge appearance="outline" color="informative">
            {messages.ambition[objective.ambition]}
          </Badge>
          <Text size={200}>
            {messages.objective.owner}: {objective.owner?.name ?? messages.objective.noOwner}
          </Text>
          <Text size={200}>
            {period
              ? messages.objective.period(cycleName, format.day(period.start), format.day(period.end))
              : cycleName}
          </Text>
        </div>
        <ProgressMeter
          progress={rollUp.progress}
          expected={status.expected}
          status={status.status}
          label={objective.title}
        />
        {objective.why === "" ? undefined : (
          <Text>
            <strong>{messages.objective.why}:</strong> <bdi className={styles.prose}>{objective.why}</bdi>
          </Text>
        )}
        <Parents parents={objective.parents} parentOf={parentOf} onOpen={onOpenParent} />
        <ul className={styles.list}>
          {view.keyResults.map((keyResult) => (
            <KeyResultRow key={keyResult.keyResult.id} view={keyResult} stage={objective.stage} checkIn={checkIn}>
              <KeyResultDetails view={keyResult} period={period} weighted={weighted} />
              {listOf(keyResult.keyResult)}
            </KeyResultRow>
          ))}
        </ul>
        {listOf()}
      </article>
    </div>
  );
};

const Parents = ({
  parents,
  parentOf,
  onOpen,
}: {
  readonly parents: readonly ParentRef[];
  readonly parentOf: ObjectivePageProps["parentOf"];
  readonly onOpen: (ref: ParentRef) => void;
}) => {
  const styles = useStyles();
  const { messages } = useUi();
  if (parents.length === 0) return undefined;
  return (
    <div>
      <Text weight="semibold">{messages.objective.supports}</Text>
      <ul className={styles.list}>
        {parents.map((ref) => {
          const parent = parentOf(ref);
          return (
            <li key={ref.id}>
              {parent ? (
                <Link as="button" className={styles.note} onClick={() => onOpen(ref)}>
                  {parent.title}
                </Link>
              ) : (
                <Text>{messages.objective.parentElsewhere}</Text>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
