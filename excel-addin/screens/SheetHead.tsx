import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { OpenSheet, SheetStatus } from "#shared/application/sheet/sheetState.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "./ExcelContext.ts";
import { ScopeTitle } from "./scope/ScopeTitle.tsx";
import type { Selection } from "./useSelection.ts";

const useStyles = makeStyles({
  about: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  others: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  action: { flexGrow: 1, minWidth: "96px" },
});

export interface SheetHeadProps {
  readonly open: OpenSheet;
  readonly sheet: SheetStatus;
  readonly selection: Selection;
  /** The person is choosing something else to pull; what belongs to this table waits. */
  readonly choosing: boolean;
  readonly onChoose: () => void;
}

const About = ({ open: { frame, activity }, sheet, choosing, onChoose }: SheetHeadProps) => {
  const styles = useStyles();
  const { format, clock } = useUi();
  const { texts, session } = useExcel();
  return (
    <div className={styles.about}>
      <ScopeTitle frame={frame} scope={sheet.scope} />
      <Text className={styles.quiet}>{texts.pane.status(sheet.rows, format.age(sheet.pulledAt, clock.now()))}</Text>
      {choosing ? undefined : (
        <div className={styles.others}>
          <Link as="button" disabledFocusable={activity !== undefined} onClick={() => void session.pull(sheet.scope)}>
            {texts.pane.refresh}
          </Link>
          <Link as="button" onClick={onChoose}>
            {texts.pane.otherScope}
          </Link>
        </div>
      )}
    </div>
  );
};

/** What can be done with the rows that are selected in the grid. */
const Selected = ({ open, selection }: Pick<SheetHeadProps, "open" | "selection">) => {
  const styles = useStyles();
  const { texts, vocabulary, session } = useExcel();
  const { selected, activity, preview } = open;
  if (!selected || selected.size === 0) return undefined;
  const busy = activity !== undefined;
  const rows = (preview?.plan.rows ?? []).filter(({ at }) => at !== undefined && selected.has(at));
  const marked = rows.length > 0 && rows.every((row) => row.marked);
  return (
    <div className={styles.others} role="group" aria-label={texts.selecting.title}>
      {selection.chosen.length === 0 ? undefined : (
        <Link as="button" disabledFocusable={busy} onClick={() => void session.pushSelected()}>
          {texts.selecting.push}
        </Link>
      )}
      <Link as="button" disabledFocusable={busy} onClick={() => void session.markSelected(!marked)}>
        {marked ? texts.selecting.unmark : texts.selecting.mark(vocabulary.words.states.delete)}
      </Link>
    </div>
  );
};

/** What the table holds, and what can be done with it: checking and pushing first, pulling beside it. */
export const SheetHead = (props: SheetHeadProps) => {
  const styles = useStyles();
  const { texts, session } = useExcel();
  const { open, selection, choosing } = props;
  const { chosen, all } = selection;
  const busy = open.activity !== undefined;
  return (
    <>
      <About {...props} />
      {choosing ? undefined : (
        <div className={styles.row}>
          <Button className={styles.action} disabledFocusable={busy} onClick={() => void session.check()}>
            {texts.pane.check}
          </Button>
          <Button
            className={styles.action}
            appearance="primary"
            disabledFocusable={busy || chosen.length === 0}
            onClick={() => void session.push(all ? undefined : new Set(chosen))}
          >
            {chosen.length === 0 ? texts.pane.push : texts.pane.pushSome(chosen.length)}
          </Button>
        </div>
      )}
      {choosing ? undefined : <Selected open={open} selection={selection} />}
      {open.preview || open.report || busy || choosing ? undefined : <Text>{texts.pane.next}</Text>}
    </>
  );
};
