import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, EditRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState, type ReactNode, type RefCallback } from "react";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Stage } from "#shared/domain/okr/objective.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { CheckInForm } from "../checkIn/CheckInPart.tsx";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { measureText, valueText } from "../keyResultText.ts";
import { WaitingBadge } from "../outbox/WaitingBadge.tsx";
import { ProgressMeter } from "../status/ProgressMeter.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { useStore } from "../store.ts";
import { useUi } from "../UiContext.ts";

/** From here on figures, bar and button stand beside the title; below they stand under it. */
const WIDE = "@container (min-width: 40rem)";

const useStyles = makeStyles({
  row: {
    containerType: "inline-size",
    paddingBlock: tokens.spacingVerticalM,
    borderTopStyle: "solid",
    borderTopWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorNeutralStroke2,
  },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gridTemplateAreas: '"title title" "meter meter" "facts facts" "badge button"',
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    [WIDE]: {
      gridTemplateColumns: "minmax(0, 1fr) clamp(7rem, 18cqw, 12rem) 9rem auto",
      gridTemplateAreas: '"title meter badge button" "facts facts facts button"',
    },
  },
  title: {
    gridArea: "title",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
  },
  meter: { gridArea: "meter" },
  badge: { gridArea: "badge", justifySelf: "start" },
  button: { gridArea: "button" },
  facts: {
    gridArea: "facts",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  now: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  correct: { font: "inherit" },
  stored: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusSuccessForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface KeyResultRowProps {
  readonly view: KeyResultView;
  /** Of its objective. */
  readonly stage: Stage;
  readonly checkIn: CheckInServices;
  /** More about it, below; the detail page shows trend and history here. */
  readonly children?: ReactNode;
}

export const KeyResultRow = ({ view, stage, checkIn, children }: KeyResultRowProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { keyResult, status, progress } = view;
  const [correcting, setCorrecting] = useState<CheckIn>();
  const open = useStore(checkIn.editing) === keyResult.id;
  const onOpen = (next: boolean): void => checkIn.editing.set(next ? keyResult.id : undefined);
  const button = useFocusAfterClosing(open);
  const stored = checkIn.justStored?.keyResultId === keyResult.id ? checkIn.justStored : undefined;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <h3 className={styles.title}>{keyResult.title}</h3>
        <div className={styles.meter}>
          <ProgressMeter
            progress={progress?.shown}
            expected={status.expected}
            status={status.status}
            label={keyResult.title}
          />
        </div>
        <div className={styles.badge}>
          <StatusBadge status={status.status} stage={stage} size="small" />
        </div>
        <Facts
          view={view}
          stored={stored}
          waiting={checkIn.waiting?.has(keyResult.id) ?? false}
          onCorrect={(entry) => {
            setCorrecting(entry);
            onOpen(true);
          }}
        />
        <Button
          ref={button}
          className={styles.button}
          size="small"
          icon={<EditRegular />}
          aria-label={messages.checkIn.openFor(keyResult.title)}
          aria-expanded={open}
          onClick={() => {
            setCorrecting(undefined);
            onOpen(!open);
          }}
        >
          {messages.checkIn.open}
        </Button>
      </div>
      {open ? (
        <CheckInForm
          key={correcting?.id ?? "new"}
          view={view}
          services={checkIn}
          correcting={correcting}
          onClose={() => {
            setCorrecting(undefined);
            onOpen(false);
          }}
        />
      ) : undefined}
      {children}
    </li>
  );
};

interface FactsProps {
  readonly view: KeyResultView;
  readonly stored: CheckIn | undefined;
  /** Its latest check-in is on its way. */
  readonly waiting: boolean;
  readonly onCorrect: (stored: CheckIn) => void;
}

const Facts = ({ view, stored, waiting, onCorrect }: FactsProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { keyResult, value, latest } = view;
  return (
    <div className={styles.facts}>
      <Text size={200} className={styles.now}>
        {value === undefined
          ? messages.progress.unmeasured
          : messages.keyResult.now(valueText(keyResult.measure, value, ui))}
      </Text>
      <span>{measureText(keyResult.measure, ui)}</span>
      {view.confidence === undefined ? undefined : <span>{messages.keyResult.confidence(view.confidence)}</span>}
      {keyResult.owner ? <span>{keyResult.owner.name}</span> : undefined}
      {/* In the place of the age of the last check-in, so that nothing moves. */}
      {waiting ? <WaitingBadge /> : undefined}
      {stored && !waiting ? (
        <span className={styles.stored}>
          <CheckmarkCircleFilled aria-hidden="true" />
          {messages.checkIn.stored}
        </span>
      ) : undefined}
      {stored ? (
        <Link
          as="button"
          className={styles.correct}
          aria-label={messages.checkIn.correctFor(keyResult.title)}
          onClick={() => onCorrect(stored)}
        >
          {messages.checkIn.correct}
        </Link>
      ) : undefined}
      {stored || waiting ? undefined : (
        <span>
          {latest ? messages.objective.lastCheckIn(format.age(latest.at, clock.now())) : messages.objective.noCheckIn}
        </span>
      )}
    </div>
  );
};

/** Gives the focus back to the button once the form is gone, unless the person has gone on to something else. */
const useFocusAfterClosing = (open: boolean): RefCallback<HTMLButtonElement> => {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    const element = button.current;
    if (wasOpen.current && !open && element) {
      const { activeElement, body } = element.ownerDocument;
      if (activeElement === null || activeElement === body) element.focus();
    }
    wasOpen.current = open;
  }, [open]);
  return useCallback((element) => {
    button.current = element;
  }, []);
};
