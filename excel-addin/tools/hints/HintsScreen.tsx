import { Badge, Button, makeStyles, mergeClasses, Spinner, Switch, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { BulkReading } from "#shared/application/bulk/bulkState.ts";
import { lintSheet, type SheetHint } from "#shared/application/lint/lintSheet.ts";
import { byLevel } from "#shared/domain/lint/finding.ts";
import { cellText } from "#shared/domain/sheet/fields.ts";
import { stateOf } from "#shared/domain/sheet/planTypes.ts";
import { HintText } from "#shared/ui/lint/HintText.tsx";
import { useLintTexts } from "#shared/ui/lint/text/useLintTexts.ts";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { FailureBanner } from "../../screens/Banners.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import { useRowLook } from "../../screens/useRowLook.ts";
import { useDesk } from "../desk/useDesk.ts";
import type { ToolProps } from "../tool.ts";
import { useHintsTexts } from "./text/useHintsTexts.ts";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

/** Rows somebody typed something into since they were pulled. */
const touchedRows = ({ before }: BulkReading): ReadonlySet<number> =>
  new Set(
    before.rows.flatMap((row) =>
      row.at !== undefined && !["unchanged", "gone"].includes(stateOf(row)) ? [row.at] : [],
    ),
  );

const groupedByRow = (hints: readonly SheetHint[]): readonly (readonly [number, readonly SheetHint[]])[] => {
  const rows = new Map<number, SheetHint[]>();
  for (const hint of hints) {
    const row = rows.get(hint.at);
    if (row) row.push(hint);
    else rows.set(hint.at, [hint]);
  }
  return [...rows];
};

interface RowProps {
  readonly title: string;
  readonly hints: readonly SheetHint[];
}

/** One row with its hints; pressing one shows its cell. */
const HintRow = ({ title, hints }: RowProps) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useHintsTexts();
  const { vocabulary, session } = useExcel();
  return (
    <li className={styles.card}>
      <p className={styles.title}>
        <bdi>{title === "" ? texts.untitled : title}</bdi>
      </p>
      <ul className={styles.list}>
        {hints
          .toSorted((a, b) => byLevel(a.finding, b.finding))
          .map(({ at, field, finding }) => (
            <li key={finding.breach}>
              <Button
                appearance="subtle"
                size="small"
                className={styles.line}
                title={texts.show(vocabulary.words.headers[field], title)}
                onClick={() => void session.show(at, field)}
              >
                <HintText finding={finding} />
              </Button>
            </li>
          ))}
      </ul>
    </li>
  );
};

const Ready = ({ reading }: { readonly reading: BulkReading }) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useHintsTexts();
  const lint = useLintTexts();
  const [touched, setTouched] = useState(false);
  const [shown, setShown] = useState(STEP);
  const all = useMemo(() => lintSheet(reading.sheet), [reading.sheet]);
  const hints = useMemo(() => {
    const mine = touched ? touchedRows(reading) : undefined;
    return mine ? all.filter(({ at }) => mine.has(at)) : all;
  }, [all, touched, reading]);
  const rows = groupedByRow(hints);
  const titles = useMemo(
    () => new Map(reading.table.rows.map(({ at, cells }) => [at, cellText(cells.title)])),
    [reading.table.rows],
  );
  return (
    <>
      <Switch
        className={styles.switch}
        label={texts.touched}
        checked={touched}
        onChange={(_, { checked }) => setTouched(checked)}
      />
      <div role="status">
        {hints.length === 0 ? (
          <Text>{lint.none}</Text>
        ) : (
          <Badge appearance="tint" color="informative">
            {texts.count(hints.length, rows.length)}
          </Badge>
        )}
      </div>
      <ul className={mergeClasses(styles.list, styles.stack)}>
        {rows.slice(0, shown).map(([at, own]) => (
          <HintRow key={at} title={titles.get(at) ?? ""} hints={own} />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>{texts.more(Math.min(STEP, rows.length - shown))}</Button>
      ) : undefined}
    </>
  );
};

/** What the method suggests for every row of the OKR sheet, kept up to date while somebody types in it. */
export const HintsScreen = ({ open }: ToolProps) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const { messages } = useUi();
  const texts = useHintsTexts();
  const lint = useLintTexts();
  const desk = useDesk(open.frame);
  const state = useStore(desk.state);
  return (
    <main className={styles.screen}>
      <h1 className={styles.heading}>{texts.title}</h1>
      <Text className={styles.quiet}>{lint.intro}</Text>
      {state.kind === "reading" ? <Spinner label={messages.app.loading} /> : undefined}
      {state.kind === "none" ? <Text>{texts.noTable}</Text> : undefined}
      {state.kind === "failed" ? <FailureBanner failure={state.failure} onRetry={() => void desk.read()} /> : undefined}
      {state.kind === "ready" ? <Ready reading={state.reading} /> : undefined}
    </main>
  );
};
