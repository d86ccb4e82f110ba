import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { Tally } from "#shared/domain/okr/view.ts";
import { TallyBar } from "../status/TallyBar.tsx";
import { useUi } from "../UiContext.ts";

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  name: { fontWeight: tokens.fontWeightSemibold, textAlign: "start", overflowWrap: "anywhere" },
});

export interface UnitBelowProps {
  readonly unit: Unit;
  /** Absent while it is not known. */
  readonly tally: Tally | undefined;
  readonly onOpen: (unit: Unit) => void;
}

/** A unit one level down, with how it stands. */
export const UnitBelow = ({ unit, tally, onOpen }: UnitBelowProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  return (
    <li className={styles.card}>
      <Link as="button" className={styles.name} onClick={() => onOpen(unit)}>
        {unit.name}
      </Link>
      {tally?.objectives === 0 ? <Text size={200}>{messages.board.notOpened}</Text> : undefined}
      {tally === undefined || tally.objectives === 0 ? undefined : (
        <>
          <Text size={200}>
            {messages.board.objectives(tally.objectives)} · {messages.board.keyResults(tally.keyResults)}
          </Text>
          <TallyBar tally={tally} />
        </>
      )}
    </li>
  );
};
