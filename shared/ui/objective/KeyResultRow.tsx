import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { lazy, Suspense, type ReactNode } from "react";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { measureText, valueText } from "../keyResultText.ts";
import { ProgressMeter } from "../status/ProgressMeter.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { useUi } from "../UiContext.ts";

const CheckInForm = lazy(async () => ({ default: (await import("../checkIn/CheckInForm.tsx")).CheckInForm }));

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTopStyle: "solid",
    borderTopWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorNeutralStroke2,
  },
  head: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  title: {
    flex: "1 1 14rem",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  now: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  push: { marginInlineStart: "auto" },
});

export interface KeyResultRowProps {
  readonly view: KeyResultView;
  readonly checkIn: CheckInServices;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** More about it, below; the detail page shows trend and history here. */
  readonly children?: ReactNode;
}

export const KeyResultRow = ({ view, checkIn, open, onOpen, children }: KeyResultRowProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { keyResult, value, status, progress, latest } = view;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.title}>{keyResult.title}</h3>
        <StatusBadge status={status.status} size="small" />
      </div>
      <ProgressMeter
        progress={progress?.shown}
        expected={status.expected}
        status={status.status}
        label={keyResult.title}
      />
      <div className={styles.facts}>
        <Text size={200} className={styles.now}>
          {value === undefined
            ? messages.progress.unmeasured
            : messages.keyResult.now(valueText(keyResult.measure, value, ui))}
        </Text>
        <span>{measureText(keyResult.measure, ui)}</span>
        {view.confidence === undefined ? undefined : <span>{messages.keyResult.confidence(view.confidence)}</span>}
        {keyResult.owner ? <span>{keyResult.owner.name}</span> : undefined}
        <span>
          {latest ? messages.objective.lastCheckIn(format.age(latest.at, clock.now())) : messages.objective.noCheckIn}
        </span>
        {open ? undefined : (
          <Button
            className={styles.push}
            size="small"
            icon={<EditRegular />}
            aria-label={messages.checkIn.openFor(keyResult.title)}
            onClick={() => onOpen(true)}
          >
            {messages.checkIn.open}
          </Button>
        )}
      </div>
      {open ? (
        <Suspense fallback={<Spinner size="tiny" />}>
          <CheckInForm view={view} services={checkIn} onClose={() => onOpen(false)} />
        </Suspense>
      ) : undefined}
      {children}
    </li>
  );
};
