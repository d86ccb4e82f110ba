import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { KeptBack, KeptField, OpenSheet, UndoRow } from "#shared/application/sheet/sheetState.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "./ExcelContext.ts";
import { Change, shownText } from "./RowCard.tsx";
import { useRowLook } from "./useRowLook.ts";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, padding: 0, listStyle: "none" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});

/** A field that keeps what somebody else stored. */
const Kept = ({ field: { field, now } }: { readonly field: KeptField }) => {
  const ui = useUi();
  const { texts, vocabulary } = useExcel();
  const text = shownText(field, now, ui, texts.preview.empty);
  return <Text>{texts.undoing.keptField(vocabulary.words.headers[field], text)}</Text>;
};

interface UndoCardProps {
  readonly row: UndoRow;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

const UndoCard = ({ row, chosen, onChoose }: UndoCardProps) => {
  const styles = useRowLook();
  const { texts } = useExcel();
  const { undoing, preview } = texts;
  const title = row.title === "" ? preview.untitled : row.title;
  return (
    <li className={mergeClasses(styles.row, !row.stays && styles.choosable)}>
      {row.stays ? undefined : (
        <Checkbox
          checked={chosen}
          aria-label={undoing.choose(title)}
          onChange={(_, { checked }) => onChoose(checked === true)}
        />
      )}
      <div className={styles.content}>
        <p className={styles.title}>
          <bdi>{title}</bdi>
        </p>
        <ul className={styles.list}>
          {row.stays ? <li>{undoing.stays[row.stays]}</li> : undefined}
          {row.stays || row.kind === "restore" ? undefined : <li>{undoing.kinds[row.kind]}</li>}
          {row.changes.map((change) => (
            <li key={change.field}>
              <Change isNew={false} change={change} />
            </li>
          ))}
          {row.kept.map((field) => (
            <li key={field.field}>
              <Kept field={field} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
};

/** What of the last push is taken back: everything that can be, until the person keeps some of it. */
const TakeBack = ({ rows, busy }: { readonly rows: readonly UndoRow[]; readonly busy: boolean }) => {
  const styles = useStyles();
  const { texts, session } = useExcel();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = rows.filter(({ id, stays }) => !stays && !kept.has(id)).map(({ id }) => id);
  const choose = (id: string, wanted: boolean): void => {
    const next = new Set(kept);
    if (wanted) next.delete(id);
    else next.add(id);
    setKept(next);
  };
  return (
    <section className={styles.stack} aria-labelledby="taking-back">
      <h2 id="taking-back" className={styles.heading} tabIndex={-1} ref={heading}>
        {texts.undoing.title}
      </h2>
      <Text>{texts.undoing.intro}</Text>
      <ul className={mergeClasses(styles.list, styles.stack)}>
        {rows.map((row) => (
          <UndoCard key={row.id} row={row} chosen={!kept.has(row.id)} onChoose={(wanted) => choose(row.id, wanted)} />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          disabledFocusable={busy || chosen.length === 0}
          onClick={() => void session.undo(new Set(chosen))}
        >
          {texts.undoing.take(chosen.length)}
        </Button>
        <Button className={styles.button} onClick={session.keepChanges}>
          {texts.pane.cancel}
        </Button>
      </div>
    </section>
  );
};

/** What stayed as it is when a push was taken back, and why. */
const KeptList = ({ kept }: { readonly kept: readonly KeptBack[] }) => {
  const styles = useStyles();
  const look = useRowLook();
  const { texts } = useExcel();
  const { undoing, preview } = texts;
  return (
    <section className={styles.stack} aria-labelledby="kept-back">
      <h2 id="kept-back" className={styles.heading}>
        {undoing.keptTitle}
      </h2>
      <ul className={mergeClasses(styles.list, styles.stack)}>
        {kept.map(({ id, title, reason, fields, by }) => (
          <li key={id} className={look.card}>
            <p className={look.title}>
              <bdi>{title === "" ? preview.untitled : title}</bdi>
            </p>
            {reason === "fields" ? undefined : <Text>{by ? undoing.changedBy(by) : undoing.stays[reason]}</Text>}
            <ul className={look.list}>
              {fields.map((field) => (
                <li key={field.field}>
                  <Kept field={field} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Before the last push is taken back: what would go; afterwards: what stayed. */
export const TakingBack = ({ open: { takingBack, report, activity } }: { readonly open: OpenSheet }) => {
  if (takingBack) return <TakeBack rows={takingBack} busy={activity !== undefined} />;
  return report?.kept && report.kept.length > 0 ? <KeptList kept={report.kept} /> : undefined;
};
