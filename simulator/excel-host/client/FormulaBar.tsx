import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useState } from "react";
import { cellAddress, editText, selectionOf } from "../model/index.ts";
import { cancelEdit, changeEditText, finishEdit, startEdit } from "./actions/editing.ts";
import { goToText } from "./actions/naming.ts";
import { handleEditorKey } from "./grid/CellEditor.tsx";
import { useSession, useWorkbook } from "./session.ts";
import { useStore } from "./store.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { width: "92px", minWidth: "64px" },
  formula: {
    flexGrow: 1,
    minWidth: 0,
    height: "24px",
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "3px 8px",
    resize: "vertical",
    lineHeight: "16px",
    fontFamily: 'Calibri, Carlito, "Segoe UI", sans-serif',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-1px" },
  },
  sign: {
    fontStyle: "italic",
    fontFamily: tokens.fontFamilyNumeric,
    color: tokens.colorNeutralForeground3,
    paddingInline: tokens.spacingHorizontalXS,
  },
});

const NameBox = (): JSX.Element => {
  const session = useSession();
  const workbook = useWorkbook();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const { active } = selectionOf(workbook);
  return (
    <Input
      className={styles.name}
      size="small"
      aria-label="Name box"
      value={typed ?? cellAddress(active.row, active.column)}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => setTyped(null)}
      onFocus={({ target }) => target.select()}
      onKeyDown={(event) => {
        if (event.key === "Enter" && typed !== null) goToText(session, typed);
        else if (event.key === "Enter" || event.key === "Escape") session.focusGrid.current();
        else return;
        setTyped(null);
      }}
    />
  );
};

const EntryButtons = (): JSX.Element => {
  const session = useSession();
  const isIdle = useStore(session.ui, ({ edit }) => edit === null);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label="Cancel entry"
        disabled={isIdle}
        onClick={() => cancelEdit(session)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<CheckmarkRegular />}
        aria-label="Finish entry"
        disabled={isIdle}
        onClick={() => finishEdit(session, { type: "stay" })}
      />
    </>
  );
};

export const FormulaBar = (): JSX.Element => {
  const session = useSession();
  const workbook = useWorkbook();
  const styles = useStyles();
  const edit = useStore(session.ui, (state) => state.edit);
  const { active } = selectionOf(workbook);
  const text = edit?.text ?? editText(workbook.activeSheet, active.row, active.column);
  return (
    <div className={styles.bar} role="region" aria-label="Formula bar">
      <NameBox />
      <EntryButtons />
      <span className={styles.sign} aria-hidden>
        fx
      </span>
      <textarea
        className={styles.formula}
        aria-label="Formula bar"
        rows={1}
        dir="auto"
        spellCheck={false}
        value={text}
        onFocus={() => {
          if (edit === null) startEdit(session, { mode: "editing", place: "bar" });
          else if (edit.place === "cell") session.ui.patch({ edit: { ...edit, place: "bar", mode: "editing" } });
        }}
        onChange={({ target }) => changeEditText(session, target.value)}
        onKeyDown={(event) => handleEditorKey(session, event)}
      />
    </div>
  );
};
